import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { ComponentPart, ComponentRow } from '../../../common/indices/component_templates/api';
import { appPaths } from '../../shared/app_paths';
import { CreateButton } from '../../shared/create_button';
import { PageLink, useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { Gaps, IndicesFrame } from '../indices_frame';
import { Names } from '../parts/names';
import { actionsColumn } from '../parts/row_actions';
import type { RowActions } from '../parts/row_actions';
import { UrlTable } from '../parts/url_table';
import { useComponents } from './component_queries';
import { DeleteComponent } from './delete_component';

const DEFAULTS = { search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 };

const partLabel = (part: ComponentPart): string => {
  switch (part) {
    case 'settings':
      return i18n.translate('watchkeeper.indexTemplates.settingsTitle', {
        defaultMessage: 'Settings',
      });
    case 'mappings':
      return i18n.translate('watchkeeper.indexTemplates.mappingTitle', {
        defaultMessage: 'Mapping',
      });
    case 'aliases':
      return i18n.translate('watchkeeper.indexTemplates.aliasesTitle', {
        defaultMessage: 'Aliases',
      });
  }
};

const columnsFor = (
  actions: RowActions<ComponentRow>
): Array<EuiBasicTableColumn<ComponentRow>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.indexTemplates.nameColumn', { defaultMessage: 'Name' }),
    sortable: true,
    render: (name: string) => (
      <PageLink
        to={appPaths.componentTemplate(name)}
        className="eui-textBreakWord"
        data-test-subj="componentLink"
      >
        {name}
      </PageLink>
    ),
  },
  {
    field: 'parts',
    name: i18n.translate('watchkeeper.components.partsColumn', { defaultMessage: 'Brings' }),
    sortable: true,
    render: (parts: ComponentPart[]) => <Names names={parts.map(partLabel)} />,
  },
  {
    field: 'used_by',
    name: i18n.translate('watchkeeper.components.usedByColumn', {
      defaultMessage: 'Used by index templates',
    }),
    sortable: true,
    render: (users: string[] | undefined) => (users ? <Names names={users} /> : '?'),
  },
  {
    field: 'description',
    name: i18n.translate('watchkeeper.indexTemplates.descriptionLabel', {
      defaultMessage: 'Description',
    }),
    sortable: true,
  },
  {
    field: 'version',
    name: i18n.translate('watchkeeper.indexTemplates.versionColumn', { defaultMessage: 'Version' }),
    sortable: true,
    align: 'right',
    width: '90px',
    render: (version: number | undefined) => (version === undefined ? '–' : String(version)),
  },
  actionsColumn('Component', actions),
];

const CreateComponent: React.FC = () => (
  <CreateButton
    to={appPaths.createComponentTemplate()}
    label={i18n.translate('watchkeeper.components.createLabel', {
      defaultMessage: 'Create component template',
    })}
    mark="createComponent"
  />
);

const Components: React.FC<{ rows: readonly ComponentRow[] }> = ({ rows }) => {
  const [state, change] = useUrlState(DEFAULTS);
  const [deleted, setDeleted] = useState<ComponentRow>();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  return (
    <>
      <UrlTable<ComponentRow>
        rows={rows}
        keyField="name"
        columns={columnsFor({
          mayWrite,
          onOpen: ({ name }) => goTo(appPaths.componentTemplate(name)),
          onClone: ({ name }) => goTo(appPaths.createComponentTemplate({ clone: name })),
          onDelete: setDeleted,
        })}
        textsOf={({ name, description = '', used_by: users = [] }) => [name, description, ...users]}
        state={state}
        onChange={change}
        searchLabel={i18n.translate('watchkeeper.components.searchLabel', {
          defaultMessage: 'Search by name, description or index template',
        })}
        caption={i18n.translate('watchkeeper.components.caption', {
          defaultMessage: 'Component templates with the index templates that use them',
        })}
        testSubj="componentsTable"
      />
      {deleted && <DeleteComponent row={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
};

/** All component templates, and who uses them. */
export const ComponentsPage: React.FC = () => {
  const query = useComponents();
  const { data } = query;
  const mayWrite = useMay('write');
  return (
    <IndicesFrame
      current="component_templates"
      actions={mayWrite ? [<CreateComponent key="create" />] : []}
    >
      {data && <Gaps gaps={data.gaps} />}
      <EuiPanel>
        <Unanswered
          query={query}
          errorTitle={i18n.translate('watchkeeper.components.loadErrorTitle', {
            defaultMessage: 'The component templates could not be read',
          })}
        />
        {data && data.components.length > 0 && <Components rows={data.components} />}
        {data?.components.length === 0 && (
          <EmptyState
            iconType="indexSettings"
            title={i18n.translate('watchkeeper.components.emptyTitle', {
              defaultMessage: 'There is no component template yet',
            })}
            body={
              <p>
                {i18n.translate('watchkeeper.components.emptyText', {
                  defaultMessage:
                    'A component template holds settings, a mapping or aliases that several index templates share.',
                })}
              </p>
            }
            action={mayWrite ? <CreateComponent /> : undefined}
          />
        )}
      </EuiPanel>
    </IndicesFrame>
  );
};
