import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch, EuiPanel, EuiSpacer } from '@elastic/eui';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { isOfTheSystem } from '../../../common/indices/index_templates/read_template';
import { appPaths } from '../../shared/app_paths';
import { CreateButton } from '../../shared/create_button';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { Gaps, IndicesFrame } from '../indices_frame';
import { UrlTable } from '../parts/url_table';
import { DeleteTemplate } from './delete_template';
import { templateColumns, templatePath } from './template_columns';
import { useTemplates } from './template_queries';
import { WhichTemplate } from './which_template';

const DEFAULTS = {
  ...{ search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 },
  ...{ system: false, name: '' },
};

const CreateTemplate: React.FC = () => (
  <CreateButton
    to={appPaths.createIndexTemplate()}
    label={i18n.translate('watchkeeper.indexTemplates.createLabel', {
      defaultMessage: 'Create index template',
    })}
    mark="createTemplate"
  />
);

const cloned = ({ name, kind }: TemplateRow) =>
  appPaths.createIndexTemplate({ clone: name, ...(kind === 'legacy' ? { kind } : {}) });

const Templates: React.FC<{ rows: readonly TemplateRow[] }> = ({ rows }) => {
  const [state, change] = useUrlState(DEFAULTS);
  const [deleted, setDeleted] = useState<TemplateRow>();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  const shown = state.system ? rows : rows.filter((row) => !isOfTheSystem(row));
  return (
    <>
      <WhichTemplate rows={rows} name={state.name} onChange={(name) => change({ name })} />
      <EuiSpacer size="m" />
      <EuiPanel>
        {shown.length === 0 && state.search === '' && !state.system ? (
          <EmptyState
            iconType="indexSettings"
            title={i18n.translate('watchkeeper.indexTemplates.emptyTitle', {
              defaultMessage: 'There is no index template yet',
            })}
            body={
              <>
                <p>
                  {i18n.translate('watchkeeper.indexTemplates.emptyText', {
                    defaultMessage:
                      'An index template says with which settings, mapping and aliases new indices are made, by their names.',
                  })}
                </p>
                {rows.length > 0 && (
                  <p>
                    {i18n.translate('watchkeeper.indexTemplates.onlySystemText', {
                      defaultMessage:
                        '{count, plural, one {# template} other {# templates}} of the system, whose indices begin with a dot, {count, plural, one {is} other {are}} not shown.',
                      values: { count: rows.length },
                    })}
                  </p>
                )}
              </>
            }
            action={mayWrite ? <CreateTemplate /> : undefined}
          />
        ) : (
          <UrlTable<TemplateRow>
            rows={shown}
            keyField="name"
            idOf={({ name, kind }) => `${kind} ${name}`}
            columns={templateColumns({
              mayWrite,
              onOpen: (row) => goTo(templatePath(row)),
              onClone: (row) => goTo(cloned(row)),
              onDelete: setDeleted,
            })}
            textsOf={(row) => [row.name, ...row.index_patterns, ...row.composed_of]}
            state={state}
            onChange={change}
            searchLabel={i18n.translate('watchkeeper.indexTemplates.searchLabel', {
              defaultMessage: 'Search by name, pattern or component template',
            })}
            caption={i18n.translate('watchkeeper.indexTemplates.caption', {
              defaultMessage: 'Index templates with their patterns and priorities',
            })}
            filters={
              <EuiCompressedSwitch
                label={i18n.translate('watchkeeper.indexTemplates.systemSwitchLabel', {
                  defaultMessage: 'Those of the system too',
                })}
                checked={state.system}
                onChange={(event) => change({ system: event.target.checked, page: 1 })}
                data-test-subj="systemSwitch"
              />
            }
            testSubj="templatesTable"
          />
        )}
      </EuiPanel>
      {deleted && <DeleteTemplate row={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
};

/** All index templates, and which of them an index of some name would get. */
export const TemplatesPage: React.FC = () => {
  const query = useTemplates();
  const { data } = query;
  const mayWrite = useMay('write');
  return (
    <IndicesFrame
      current="index_templates"
      actions={mayWrite ? [<CreateTemplate key="create" />] : []}
    >
      <Unanswered
        query={query}
        errorTitle={i18n.translate('watchkeeper.indexTemplates.loadErrorTitle', {
          defaultMessage: 'The index templates could not be read',
        })}
      />
      {data && <Gaps gaps={data.gaps} />}
      {data && <Templates rows={data.templates} />}
    </IndicesFrame>
  );
};
