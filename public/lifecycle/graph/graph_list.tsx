import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiScreenReaderOnly } from '@elastic/eui';
import type { PolicyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { transitionSentence } from '../states/words';
import { actionLine, marksOf } from './graph_words';

/** What the graph shows, for those who do not see it. */
export const GraphList: React.FC<{ policy: Policy; graph: PolicyGraph }> = ({ policy, graph }) => (
  <EuiScreenReaderOnly>
    <ol
      aria-label={i18n.translate('watchkeeper.lifecycle.graph.listLabel', {
        defaultMessage: 'The states, with what is done in each and where it leads',
      })}
      data-test-subj="graphList"
    >
      {graph.nodes.map((node) => {
        const state = node.kind === 'state' ? policy.states[node.place] : undefined;
        const parts = [
          ...marksOf(node).map(({ text }) => text),
          ...(state?.actions.map(actionLine) ?? []),
          ...(state?.transitions.map(transitionSentence) ?? []),
        ];
        return <li key={node.key}>{[node.name, ...parts].join('. ')}</li>;
      })}
    </ol>
  </EuiScreenReaderOnly>
);
