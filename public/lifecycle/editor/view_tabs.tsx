import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiTab, EuiTabs } from '@elastic/eui';

const VIEWS = ['graph', 'states', 'timeline', 'simulation', 'json', 'versions'] as const;
export type EditorView = (typeof VIEWS)[number];

export const isEditorView = (value: string): value is EditorView =>
  (VIEWS as readonly string[]).includes(value);

const viewLabel = (view: EditorView): string => {
  switch (view) {
    case 'graph':
      return i18n.translate('watchkeeper.lifecycle.editor.graphTab', { defaultMessage: 'Graph' });
    case 'states':
      return i18n.translate('watchkeeper.lifecycle.editor.statesTab', { defaultMessage: 'States' });
    case 'timeline':
      return i18n.translate('watchkeeper.lifecycle.editor.timelineTab', {
        defaultMessage: 'Timeline',
      });
    case 'simulation':
      return i18n.translate('watchkeeper.lifecycle.editor.simulationTab', {
        defaultMessage: 'Simulation',
      });
    case 'json':
      return i18n.translate('watchkeeper.lifecycle.editor.jsonTab', { defaultMessage: 'JSON' });
    case 'versions':
      return i18n.translate('watchkeeper.lifecycle.editor.versionsTab', {
        defaultMessage: 'Versions',
      });
  }
};

/** The views of one document. */
export const ViewTabs: React.FC<{
  views: readonly EditorView[];
  view: EditorView;
  onChange: (view: EditorView) => void;
}> = ({ views, view, onChange }) => (
  <EuiTabs size="s" style={{ flexWrap: 'wrap' }}>
    {views.map((each) => (
      <EuiTab
        key={each}
        isSelected={each === view}
        onClick={() => onChange(each)}
        data-test-subj={`view-${each}`}
      >
        {viewLabel(each)}
      </EuiTab>
    ))}
  </EuiTabs>
);
