import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiIconTip } from '@elastic/eui';

/** What can be done by mouse and by key. */
const helpLines = (): string[] => [
  i18n.translate('watchkeeper.lifecycle.graph.moveHelpText', {
    defaultMessage: 'Drag a state to move it, or press Alt and an arrow while it has the focus.',
  }),
  i18n.translate('watchkeeper.lifecycle.graph.connectHelpText', {
    defaultMessage:
      'The sign in a state’s corner leads from it to another: drag it there, or press Enter on it and then on the other state.',
  }),
  i18n.translate('watchkeeper.lifecycle.graph.orderHelpText', {
    defaultMessage:
      'Of several transitions the first that is met counts: Alt and an arrow put the one with the focus earlier or later.',
  }),
  i18n.translate('watchkeeper.lifecycle.graph.endsHelpText', {
    defaultMessage: 'Drag an end of the chosen transition to another state.',
  }),
  i18n.translate('watchkeeper.lifecycle.graph.removeHelpText', {
    defaultMessage: 'Delete takes out what is chosen.',
  }),
  i18n.translate('watchkeeper.lifecycle.graph.zoomHelpText', {
    defaultMessage:
      'Ctrl with the wheel, plus, minus and zero zoom. Drag the background, or use the arrows while the graph has the focus, to see more of it.',
  }),
];

export const GraphHelp: React.FC = () => (
  <EuiIconTip
    type="questionInCircle"
    position="bottom"
    content={helpLines().map((line) => (
      <p key={line}>{line}</p>
    ))}
    aria-label={i18n.translate('watchkeeper.lifecycle.graph.helpLabel', {
      defaultMessage: 'By mouse and by key',
    })}
  />
);
