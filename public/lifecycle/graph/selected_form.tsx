import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { connected, leadFrom } from '../document/graph_edits';
import { hasStates, objectsAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import type { SelectPlace } from '../editor/editor_place';
import { StateCard } from '../states/state_card';
import { TransitionRow } from '../states/transition_row';

interface SelectedProps {
  body: JsonObject;
  policy: Policy;
  findings: readonly Finding[];
  edit: EditPolicy;
  /** Of a state, or of a transition. */
  selected?: Path;
  onSelect: SelectPlace;
}

const transitionsAt = (body: JsonObject, place: number): JsonObject[] =>
  objectsAt(objectsAt(body.states)[place]?.transitions);

const TransitionForm: React.FC<SelectedProps & { selected: Path }> = ({
  body,
  policy,
  findings,
  edit,
  selected,
  onSelect,
}) => {
  const [place, transition] = [Number(selected[1]), Number(selected[3])];
  const transitions = transitionsAt(body, place);
  const seen = policy.states[place];
  // One that changes places with another stays selected; one that is taken out does not.
  const follow: EditPolicy = (change, by) => {
    const after = transitionsAt(change(body), place);
    const now = after.indexOf(transitions[transition]);
    edit(change, by);
    if (now >= 0 && now !== transition) onSelect([...selected.slice(0, 3), now]);
    if (after.length < transitions.length) onSelect(['states', place]);
  };
  const begin = (from: number) => {
    edit((now) => leadFrom(now, selected, from));
    if (from !== place) onSelect(connected(body, from));
  };
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
      <EuiCompressedSelect
        prepend={i18n.translate('watchkeeper.lifecycle.graph.sourceLabel', {
          defaultMessage: 'Leads from',
        })}
        options={policy.states.map(({ name }, i) => ({ value: i, text: name }))}
        value={place}
        onChange={(event) => begin(Number(event.target.value))}
        data-test-subj="transitionSource"
      />
      <EuiSpacer size="s" />
      <TransitionRow
        transition={transitions[transition]}
        seen={seen.transitions[transition]}
        path={selected}
        count={transitions.length}
        states={policy.states.map(({ name }) => name)}
        {...{ findings }}
        edit={follow}
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
