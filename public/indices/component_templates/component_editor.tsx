import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { checkComponentTemplate } from '../../../common/indices/index_templates/check_template';
import { appPaths } from '../../shared/app_paths';
import { PageFrame } from '../../shared/page_frame';
import { componentTemplatesTitle, indicesTitle } from '../indices_frame';
import { DiffSaveDialog } from '../parts/diff_save_dialog';
import { DescriptionField, NumberField, faultsAt } from '../parts/document_fields';
import { DocumentViews } from '../parts/document_views';
import { Refused } from '../parts/refused';
import { TemplateContent } from '../parts/template_content';
import type { EditedDocument } from '../parts/use_document';
import { useEditor } from '../parts/use_editor';
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
  const editor = useEditor({
    ...{ stored, initial, save: useSaveComponent(), check: checkComponentTemplate },
    savedText: (name) =>
      i18n.translate('watchkeeper.components.savedText', {
        defaultMessage: 'Saved the component template {name}',
        values: { name },
      }),
    list: appPaths.componentTemplates(),
  });
  const { document, name, shown, comparing, deleting } = editor;
  const title = stored ?? createComponentTitle();
  return (
    <PageFrame title={title} crumbs={componentCrumbs(title)} actions={editor.actions}>
      <Refused {...editor.refusal} />
      {editor.nameField ?? <Impact usedBy={usedBy} />}
      <DocumentViews
        {...editor.views}
        document={document}
        form={<Form document={document} versionFaults={faultsAt(shown, 'body.version')} />}
      />
      {comparing && (
        <DiffSaveDialog
          name={name}
          before={initial}
          after={document.body}
          notice={<Impact usedBy={usedBy} />}
          {...comparing}
        />
      )}
      {deleting && (
        <DeleteComponent
          row={{ name, ...(usedBy ? { used_by: [...usedBy] } : {}) }}
          {...deleting}
        />
      )}
    </PageFrame>
  );
};
