import React from 'react';
import { i18n } from '@osd/i18n';
import type { TemplateBody, TemplatesAnswer } from '../../../common/indices/index_templates/api';
import { checkIndexTemplate } from '../../../common/indices/index_templates/check_template';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import { rankFault } from '../../../common/indices/index_templates/which_template';
import { appPaths } from '../../shared/app_paths';
import { PageFrame } from '../../shared/page_frame';
import { indexTemplatesTitle, indicesTitle } from '../indices_frame';
import { DiffSaveDialog } from '../parts/diff_save_dialog';
import { DocumentViews } from '../parts/document_views';
import { Refused } from '../parts/refused';
import { useEditor } from '../parts/use_editor';
import { DeleteTemplate } from './delete_template';
import { Preview } from './preview';
import { TemplateForm } from './template_form';
import { useSaveTemplate } from './template_queries';

export const templateCrumbs = (last: string) => [
  { text: indicesTitle(), to: appPaths.indices() },
  { text: indexTemplatesTitle(), to: appPaths.indexTemplates() },
  { text: last },
];

export const createTemplateTitle = (): string =>
  i18n.translate('watchkeeper.indexTemplates.createTitle', {
    defaultMessage: 'Create index template',
  });

interface EditorProps {
  /** Of one that there is; absent for a new one. */
  name?: string;
  body: TemplateBody;
  all: TemplatesAnswer;
}

/** Form, JSON and preview of one index template. */
export const TemplateEditor: React.FC<EditorProps> = ({ name: stored, body: initial, all }) => {
  const editor = useEditor({
    ...{ stored, initial, save: useSaveTemplate(), check: checkIndexTemplate },
    checkBesideOthers: (name, body) => {
      const fault = rankFault(templateRow(name, 'composable', body), all.templates);
      return fault === undefined ? [] : [{ field: 'body.priority', message: fault }];
    },
    savedText: (name) =>
      i18n.translate('watchkeeper.indexTemplates.savedText', {
        defaultMessage: 'Saved the index template {name}',
        values: { name },
      }),
    list: appPaths.indexTemplates(),
  });
  const { document, name, shown, comparing, deleting } = editor;
  const title = stored ?? createTemplateTitle();
  return (
    <PageFrame title={title} crumbs={templateCrumbs(title)} actions={editor.actions}>
      <Refused {...editor.refusal} />
      {editor.nameField}
      <DocumentViews
        {...editor.views}
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
        preview={<Preview body={document.body} />}
      />
      {comparing && (
        <DiffSaveDialog name={name} before={initial} after={document.body} {...comparing}>
          {i18n.translate('watchkeeper.indexTemplates.savedEffectText', {
            defaultMessage:
              'New indices are made like this from then on. Those that exist stay as they are.',
          })}
        </DiffSaveDialog>
      )}
      {deleting && (
        <DeleteTemplate
          row={
            all.templates.find((each) => each.name === name && each.kind === 'composable') ??
            templateRow(name, 'composable', document.body)
          }
          {...deleting}
        />
      )}
    </PageFrame>
  );
};
