import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { useParams } from 'react-router-dom';
import type { TemplateRecord } from '../../../common/indices/index_templates/api';
import { fromLegacy, templateRow } from '../../../common/indices/index_templates/read_template';
import { appPaths } from '../../shared/app_paths';
import { useGoTo, useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useUrlState } from '../../shared/url_state';
import { JsonBlock } from '../parts/json_block';
import { LoadingDocument } from '../parts/loading_document';
import { DeleteTemplate } from './delete_template';
import { TemplateEditor, createTemplateTitle, templateCrumbs } from './template_editor';
import { useTemplate, useTemplates } from './template_queries';

const OF_ONE = { kind: '' };
const OF_NEW = { clone: '', kind: '' };
const EMPTY = { index_patterns: [] };

const kindOf = (kind: string) => (kind === 'legacy' ? 'legacy' : 'composable');

/** One of old: it is shown, can be made one of today, and can be deleted. */
const LegacyTemplate: React.FC<{ record: TemplateRecord }> = ({ record: { name, body } }) => {
  const [isDeleting, setDeleting] = useState(false);
  const linkTo = useLinkTo();
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  const actions = [
    <EuiSmallButton
      key="delete"
      color="danger"
      onClick={() => setDeleting(true)}
      data-test-subj="deleteTemplate"
    >
      {i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' })}
    </EuiSmallButton>,
    <EuiSmallButton
      key="convert"
      fill
      {...linkTo(appPaths.createIndexTemplate({ clone: name, kind: 'legacy' }))}
      data-test-subj="convertTemplate"
    >
      {i18n.translate('watchkeeper.indexTemplates.convertLabel', {
        defaultMessage: 'Make an index template of it',
      })}
    </EuiSmallButton>,
  ];
  return (
    <PageFrame title={name} crumbs={templateCrumbs(name)} actions={mayWrite ? actions : []}>
      <EuiCallOut
        size="s"
        iconType="iInCircle"
        title={i18n.translate('watchkeeper.indexTemplates.legacyTitle', {
          defaultMessage: 'A legacy template: it counts only where no index template matches',
        })}
      >
        <p>
          {i18n.translate('watchkeeper.indexTemplates.legacyText', {
            defaultMessage:
              'All legacy templates that match are merged, those with a higher order last. Of index templates only the one with the highest priority is used, so that one made of this has to say all.',
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
      <EuiPanel>
        <JsonBlock value={body} mark="legacyTemplate" />
      </EuiPanel>
      {isDeleting && (
        <DeleteTemplate
          row={templateRow(name, 'legacy', body)}
          onClose={() => setDeleting(false)}
          onDeleted={() => goTo(appPaths.indexTemplates())}
        />
      )}
    </PageFrame>
  );
};

/** A template that there is. */
export const EditTemplatePage: React.FC = () => {
  const { name } = useParams<{ name: string }>();
  const [{ kind }] = useUrlState(OF_ONE);
  const record = useTemplate(name, kindOf(kind));
  const all = useTemplates();
  if (record.data?.kind === 'legacy') return <LegacyTemplate record={record.data} />;
  if (record.data && all.data) {
    return <TemplateEditor key={name} name={name} body={record.data.body} all={all.data} />;
  }
  const retry = () => {
    void record.refetch();
    void all.refetch();
  };
  return (
    <LoadingDocument
      title={name}
      crumbs={templateCrumbs}
      error={record.error ?? all.error}
      onRetry={retry}
    />
  );
};

const beginningWith = ({ kind, body }: TemplateRecord) =>
  kind === 'legacy' ? fromLegacy(body) : body;

/** A new template, empty or beginning with another. */
export const CreateTemplatePage: React.FC = () => {
  const [{ clone, kind }] = useUrlState(OF_NEW);
  const from = useTemplate(clone === '' ? undefined : clone, kindOf(kind));
  const all = useTemplates();
  const body = clone === '' ? EMPTY : from.data && beginningWith(from.data);
  if (body && all.data) return <TemplateEditor key={clone} body={body} all={all.data} />;
  const retry = () => {
    void from.refetch();
    void all.refetch();
  };
  return (
    <LoadingDocument
      title={createTemplateTitle()}
      crumbs={templateCrumbs}
      error={all.error ?? from.error}
      onRetry={retry}
    />
  );
};
