import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiTab, EuiTabs } from '@elastic/eui';
import type { DefinitionState, EditorView } from './use_definition';

const VIEWS: EditorView[] = ['form', 'text', 'beside'];

const MARKS: Readonly<Record<EditorView, string>> = {
  form: 'formTab',
  text: 'definitionTab',
  beside: 'besideTab',
};

const viewLabel = (view: EditorView): string => {
  switch (view) {
    case 'form':
      return i18n.translate('watchkeeper.editor.formTab', { defaultMessage: 'Form' });
    case 'text':
      return i18n.translate('watchkeeper.editor.definitionTab', {
        defaultMessage: 'Definition (JSON)',
      });
    case 'beside':
      return i18n.translate('watchkeeper.editor.besideTab', { defaultMessage: 'Side by side' });
  }
};

/** The form, the definition as text, or both. */
export const ViewTabs: React.FC<{ definition: DefinitionState }> = ({ definition }) => (
  <EuiTabs size="s" display="condensed">
    {VIEWS.map((view) => (
      <EuiTab
        key={view}
        isSelected={definition.view === view}
        disabled={view === 'form' && definition.blocked}
        onClick={() => definition.show(view)}
        data-test-subj={MARKS[view]}
      >
        {viewLabel(view)}
      </EuiTab>
    ))}
  </EuiTabs>
);
