import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { JsonField } from './json_field';
import type { EditedDocument } from './use_document';

export type DocumentView = 'form' | 'json' | 'preview';

const viewLabel = (view: DocumentView): string => {
  switch (view) {
    case 'form':
      return i18n.translate('watchkeeper.indexTemplates.formView', { defaultMessage: 'Form' });
    case 'json':
      return i18n.translate('watchkeeper.indexTemplates.jsonView', { defaultMessage: 'JSON' });
    case 'preview':
      return i18n.translate('watchkeeper.indexTemplates.previewView', {
        defaultMessage: 'Preview',
      });
  }
};

/** The draft of the whole document, while it is no JSON. */
const WHOLE = 'whole';

/** One document in several views; each begins with what the one before left. */
export const DocumentViews: React.FC<{
  view: DocumentView;
  onView: (view: DocumentView) => void;
  document: EditedDocument;
  form: ReactNode;
  preview?: ReactNode;
  /** Of the document as JSON. */
  wholeLabel?: string;
}> = ({ view, onView, document, form, preview, wholeLabel }) => {
  const { body, replace, drafts, onDraft, isBroken } = document;
  const views: DocumentView[] = ['form', 'json', ...(preview ? (['preview'] as const) : [])];
  return (
    <>
      <EuiTabs size="s">
        {views.map((each) => (
          <EuiTab
            key={each}
            isSelected={each === view}
            // What is no JSON yet stays where it is typed.
            disabled={isBroken && each !== view}
            onClick={() => onView(each)}
            data-test-subj={`view-${each}`}
          >
            {viewLabel(each)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="m" />
      <EuiPanel>
        {view === 'form' && form}
        {view === 'json' && (
          <JsonField
            label={
              wholeLabel ??
              i18n.translate('watchkeeper.indexTemplates.wholeJsonLabel', {
                defaultMessage: 'The whole template as JSON',
              })
            }
            value={body}
            draft={drafts[WHOLE]}
            onChange={(value) => replace(value ?? {})}
            onDraft={(text) => onDraft(WHOLE, text)}
            minHeight="320px"
            mark="json-whole"
          />
        )}
        {view === 'preview' && preview}
      </EuiPanel>
    </>
  );
};
