import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { checkComponentTemplate } from '../../../common/indices/index_templates/check_template';
import { templateNameFault } from '../../../common/indices/names/patterns';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import { componentTemplatesTitle, indicesTitle } from '../indices_frame';
import { DiffSaveDialog } from '../parts/diff_save_dialog';
import { DescriptionField, NameField, NumberField, faultsAt } from '../parts/document_fields';
import { DocumentViews } from '../parts/document_views';
import type { DocumentView } from '../parts/document_views';
import { Refused } from '../parts/refused';
import { TemplateContent } from '../parts/template_content';
import { useDocument } from '../parts/use_document';
import type { EditedDocument } from '../parts/use_document';
import { useSaveComponent } from './component_queries';
import { DeleteComponent } from './delete_component';
import { Impact } from './impact';

export const componentCrumbs = (last: string) => [
  { text: indicesTitle(), to: appPaths.indices() },
  { text: componentTemplatesTitle(), to: appPaths.componentTemplates() },
  { text: last },
];

export const createComponentTitle = (): string =>
  i18n.translate('watchkeeper.components.createLabel', {
    defaultMessage: 'Create component template',
  });

const Form: React.FC<{ document: EditedDocument; versionFaults: readonly string[] }> = ({
  document,
  versionFaults,
}) => {
  const { body, set, drafts, onDraft } = document;
  return (
    <>
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        <EuiFlexItem grow={3} style={{ minWidth: 280 }}>
          <DescriptionField document={document} />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 120 }}>
          <NumberField
            document={document}
            member="version"
            label={i18n.translate('watchkeeper.indexTemplates.versionLabel', {
              defaultMessage: 'Version',
            })}
            faults={versionFaults}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <TemplateContent
        content={body.template}
        onChange={(content) => set('template', content)}
        drafts={drafts}
        onDraft={onDraft}
      />
    </>
  );
};

interface EditorProps {
  /** Of one that there is; absent for a new one. */
  name?: string;
  body: TemplateBody;
  usedBy?: readonly string[];
}

/** Form and JSON of one component template. */
export const ComponentEditor: React.FC<EditorProps> = ({ name: stored, body: initial, usedBy }) => {
  const [typedName, setName] = useState('');
  const [view, setView] = useState<DocumentView>('form');
  const [hasTried, setTried] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const document = useDocument(initial, typedName !== '');
  const save = useSaveComponent();
  const goTo = useGoTo();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const { body, isDirty, isBroken, release } = document;
  const name = stored ?? typedName;
  const nameFault = stored === undefined ? templateNameFault(name) : undefined;
  const problems = [
    ...(nameFault === undefined ? [] : [{ field: 'name', message: nameFault }]),
    ...checkComponentTemplate(body),
  ];
  const shown = hasTried ? [...problems, ...(save.error?.problems ?? [])] : [];

  const send = () => {
    save.mutate(
      { name, body, ...(stored === undefined ? {} : { seen: initial }) },
      {
        onSuccess: () => {
          release();
          toasts.success(
            i18n.translate('watchkeeper.components.savedText', {
              defaultMessage: 'Saved the component template {name}',
              values: { name },
            })
          );
          goTo(appPaths.componentTemplates());
        },
        onError: () => setComparing(false),
      }
    );
  };
  const onSave = () => {
    setTried(true);
    if (problems.length > 0) save.reset();
    else if (stored === undefined) send();
    else setComparing(true);
  };
  const title = stored ?? createComponentTitle();
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
    <PageFrame title={title} crumbs={componentCrumbs(title)} actions={mayWrite ? actions : []}>
      <Refused error={save.error} problems={shown} />
      {stored === undefined ? (
        <>
          <EuiPanel>
            <NameField name={typedName} onChange={setName} faults={faultsAt(shown, 'name')} />
          </EuiPanel>
          <EuiSpacer size="m" />
        </>
      ) : (
        <Impact usedBy={usedBy} />
      )}
      <DocumentViews
        view={view}
        onView={setView}
        document={document}
        form={<Form document={document} versionFaults={faultsAt(shown, 'body.version')} />}
      />
      {isComparing && (
        <DiffSaveDialog
          name={name}
          before={initial}
          after={body}
          notice={<Impact usedBy={usedBy} />}
          isSaving={save.isLoading}
          onSave={send}
          onClose={() => setComparing(false)}
        />
      )}
      {isDeleting && (
        <DeleteComponent
          row={{ name, ...(usedBy ? { used_by: [...usedBy] } : {}) }}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            release();
            goTo(appPaths.componentTemplates());
          }}
        />
      )}
    </PageFrame>
  );
};
