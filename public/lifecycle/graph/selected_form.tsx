import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { hasStates, objectsAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { StateCard } from '../states/state_card';
import { TransitionRow } from '../states/transition_row';

interface SelectedProps {
  body: JsonObject;
  policy: Policy;
  findings: readonly Finding[];
  edit: EditPolicy;
  /** Of a state, or of a transition. */
  selected?: Path;
}

const TransitionForm: React.FC<SelectedProps & { selected: Path }> = ({
  body,
  policy,
  findings,
  edit,
  selected,
}) => {
  const [place, transition] = [Number(selected[1]), Number(selected[3])];
  const transitions = objectsAt(objectsAt(body.states)[place]?.transitions);
  const seen = policy.states[place];
  return (
    <EuiPanel paddingSize="s" data-test-subj="selectedTransition">
      <EuiTitle size="xs">
        <h2>
          {i18n.translate('watchkeeper.lifecycle.graph.fromTitle', {
            defaultMessage: 'From “{from}”',
            values: { from: seen.name },
          })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <TransitionRow
        transition={transitions[transition]}
        seen={seen.transitions[transition]}
        path={selected}
        count={transitions.length}
        states={policy.states.map(({ name }) => name)}
        {...{ findings, edit }}
      />
    </EuiPanel>
  );
};

/** The state or transition, as long as there is one at its place. */
export const stillThere = (policy: Policy, selected: Path | undefined): Path | undefined => {
  const state = selected && policy.states[Number(selected[1])];
  const isThere = state && (selected.length === 2 || Number(selected[3]) in state.transitions);
  return isThere ? selected : undefined;
};

/** What is selected in the graph, as a form. */
export const SelectedForm: React.FC<SelectedProps> = (props) => {
  const { selected, body } = props;
  if (!selected || !hasStates(body)) return null;
  return (
    <>
      {selected.length > 2 ? (
        <TransitionForm key={selected.join('.')} {...props} selected={selected} />
      ) : (
        <StateCard key={selected.join('.')} {...props} place={Number(selected[1])} />
      )}
      <EuiSpacer size="m" />
    </>
  );
};
