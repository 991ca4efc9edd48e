import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { TemplateBody, TemplatesAnswer } from '../../../common/indices/index_templates/api';
import { checkIndexTemplate } from '../../../common/indices/index_templates/check_template';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import { rankFault } from '../../../common/indices/index_templates/which_template';
import { templateNameFault } from '../../../common/indices/names/patterns';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import { indexTemplatesTitle, indicesTitle } from '../indices_frame';
import { DiffSaveDialog } from '../parts/diff_save_dialog';
import { NameField, faultsAt } from '../parts/document_fields';
import { DocumentViews } from '../parts/document_views';
import type { DocumentView } from '../parts/document_views';
import { Refused } from '../parts/refused';
import { useDocument } from '../parts/use_document';
import { DeleteTemplate } from './delete_template';
import { Preview } from './preview';
import { TemplateForm } from './template_form';
import { useSaveTemplate } from './template_queries';

export const templateCrumbs = (last: string) => [
  { text: indicesTitle(), to: appPaths.indices() },
  { text: indexTemplatesTitle(), to: appPaths.indexTemplates() },
  { text: last },
];

interface EditorProps {
  /** Of one that there is; absent for a new one. */
  name?: string;
  body: TemplateBody;
  all: TemplatesAnswer;
}

/** Form, JSON and preview of one index template. */
export const TemplateEditor: React.FC<EditorProps> = ({ name: stored, body: initial, all }) => {
  const [typedName, setName] = useState('');
  const [view, setView] = useState<DocumentView>('form');
  const [hasTried, setTried] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const document = useDocument(initial, typedName !== '');
  const save = useSaveTemplate();
  const goTo = useGoTo();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const { body, isDirty, isBroken, release } = document;
  const name = stored ?? typedName;
  const row = templateRow(name, 'composable', body);
  const nameFault = stored === undefined ? templateNameFault(name) : undefined;
  const fault = rankFault(row, all.templates);
  const problems = [
    ...(nameFault === undefined ? [] : [{ field: 'name', message: nameFault }]),
    ...checkIndexTemplate(body),
  ];
  const shown = hasTried ? [...problems, ...(save.error?.problems ?? [])] : [];

  const send = () => {
    save.mutate(
      { name, body, ...(stored === undefined ? {} : { seen: initial }) },
      {
        onSuccess: () => {
          release();
          toasts.success(
            i18n.translate('watchkeeper.indexTemplates.savedText', {
              defaultMessage: 'Saved the index template {name}',
              values: { name },
            })
          );
          goTo(appPaths.indexTemplates());
        },
        onError: () => setComparing(false),
      }
    );
  };
  const onSave = () => {
    setTried(true);
    if (problems.length > 0 || fault !== undefined) {
      save.reset();
      return;
    }
    if (stored === undefined) send();
    else setComparing(true);
  };
  const title =
    stored ??
    i18n.translate('watchkeeper.indexTemplates.createTitle', {
      defaultMessage: 'Create index template',
    });
  const actions = [
    ...(stored === undefined
      ? []
      : [
          <EuiSmallButton
            key="delete"
            color="danger"
            onClick={() => setDeleting(true)}
            data-test-subj="deleteTemplate"
          >
            {i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' })}
          </EuiSmallButton>,
        ]),
    <EuiSmallButton
      key="save"
      fill
      isDisabled={isBroken || (stored !== undefined && !isDirty)}
      isLoading={save.isLoading}
      onClick={onSave}
      data-test-subj="saveTemplate"
    >
      {i18n.translate('watchkeeper.indexTemplates.saveLabel', { defaultMessage: 'Save' })}
    </EuiSmallButton>,
  ];
  return (
    <PageFrame title={title} crumbs={templateCrumbs(title)} actions={mayWrite ? actions : []}>
      <Refused
        error={save.error}
        problems={
          hasTried && fault !== undefined
            ? [...shown, { field: 'body.priority', message: fault }]
            : shown
        }
      />
      {stored === undefined && (
        <>
          <EuiPanel>
            <NameField name={typedName} onChange={setName} faults={faultsAt(shown, 'name')} />
          </EuiPanel>
          <EuiSpacer size="m" />
        </>
      )}
      <DocumentViews
        view={view}
        onView={setView}
        document={document}
        form={
          <TemplateForm
            name={name}
            document={document}
            rows={all.templates}
            components={all.components}
            problems={shown}
          />
        }
        preview={<Preview body={body} />}
      />
      {isComparing && (
        <DiffSaveDialog
          name={name}
          before={initial}
          after={body}
          isSaving={save.isLoading}
          onSave={send}
          onClose={() => setComparing(false)}
        >
          {i18n.translate('watchkeeper.indexTemplates.savedEffectText', {
            defaultMessage:
              'New indices are made like this from then on. Those that exist stay as they are.',
          })}
        </DiffSaveDialog>
      )}
      {isDeleting && (
        <DeleteTemplate
          row={
            all.templates.find((each) => each.name === name && each.kind === 'composable') ?? row
          }
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            release();
            goTo(appPaths.indexTemplates());
          }}
        />
      )}
    </PageFrame>
  );
};
