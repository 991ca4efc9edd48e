import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiIcon, EuiPanel, EuiText } from '@elastic/eui';
import { nextPlace } from '../../../../common/lifecycle/decide/decide';
import type { ManagedIndex } from '../../../../common/lifecycle/managed_index';
import type { Policy, State } from '../../../../common/lifecycle/policy/policy';
import { actionDetails, actionLabel, transitionSentence } from '../../states/words';

type Mark = 'done' | 'here' | 'to_come';

const ICONS: Readonly<Record<Mark, string>> = {
  ...{ done: 'check', here: 'arrowRight', to_come: 'dot' },
};

const markLabel = (mark: Mark): string => {
  switch (mark) {
    case 'done':
      return i18n.translate('watchkeeper.lifecycle.managed.doneLabel', { defaultMessage: 'Done' });
    case 'here':
      return i18n.translate('watchkeeper.lifecycle.managed.hereLabel', { defaultMessage: 'Here' });
    case 'to_come':
      return i18n.translate('watchkeeper.lifecycle.managed.toComeLabel', {
        defaultMessage: 'To come',
      });
  }
};

const Line: React.FC<{ mark?: Mark; isFailing?: boolean }> = ({ mark, isFailing, children }) => (
  <li
    aria-current={mark === 'here' ? 'step' : undefined}
    style={{ display: 'flex', gap: 6, alignItems: 'baseline' }}
  >
    <EuiIcon
      type={mark === undefined ? 'dot' : ICONS[mark]}
      size="s"
      color={isFailing ? 'danger' : mark === 'here' ? 'primary' : 'subdued'}
      aria-label={mark && markLabel(mark)}
    />
    <span className="eui-textBreakWord">
      {mark === 'here' ? <strong>{children}</strong> : children}
    </span>
  </li>
);

/** Where the next thing of a state stands: an action, or after the last its ways on; undefined in other states. */
const placeIn = (state: State, { cursor }: ManagedIndex): number | undefined => {
  if (!cursor || cursor.completed) return undefined;
  if (cursor.transition_to !== undefined)
    return state.name === cursor.transition_to ? 0 : undefined;
  return cursor.state === state.name ? nextPlace(state, cursor.action) : undefined;
};

const markAt = (at: number, place: number | undefined): Mark | undefined => {
  if (place === undefined) return undefined;
  if (at === place) return 'here';
  return at < place ? 'done' : 'to_come';
};

const StateView: React.FC<{ state: State; managed: ManagedIndex; isFailing: boolean }> = ({
  state,
  managed,
  isFailing,
}) => {
  const place = placeIn(state, managed);
  const isHere = place !== undefined;
  const onWard = markAt(state.actions.length, place);
  return (
    <EuiFlexItem style={{ minWidth: 200, maxWidth: 380 }}>
      <EuiPanel
        paddingSize="s"
        hasShadow={false}
        hasBorder
        color={isHere ? 'subdued' : 'plain'}
        aria-current={isHere ? 'location' : undefined}
        data-test-subj={isHere ? 'currentState' : 'otherState'}
      >
        <EuiText size="s">
          <strong>{state.name}</strong>{' '}
          {isHere && (
            <EuiBadge color={isFailing ? 'danger' : 'primary'}>
              {i18n.translate('watchkeeper.lifecycle.managed.isHereLabel', {
                defaultMessage: 'It is here',
              })}
            </EuiBadge>
          )}
        </EuiText>
        <EuiText size="xs">
          <ul style={{ listStyle: 'none', margin: '4px 0 0' }}>
            {state.actions.map((action, at) => {
              const mark = markAt(at, place);
              const details = actionDetails(action);
              return (
                <Line key={at} mark={mark} isFailing={isFailing && mark === 'here'}>
                  {actionLabel(action.type)}
                  {details !== '' && ` (${details})`}
                </Line>
              );
            })}
            {state.transitions.map((transition, at) => (
              <Line key={`to-${at}`} mark={onWard} isFailing={isFailing && onWard === 'here'}>
                {transitionSentence(transition)}
              </Line>
            ))}
          </ul>
        </EuiText>
      </EuiPanel>
    </EuiFlexItem>
  );
};

/** The states of the policy that the index follows, with the one in which it is. */
export const PathView: React.FC<{
  policy: Policy;
  managed: ManagedIndex;
  isFailing: boolean;
}> = ({ policy, managed, isFailing }) => (
  <EuiFlexGroup gutterSize="s" responsive={false} wrap data-test-subj="managedPath">
    {policy.states.map((state) => (
      <StateView key={state.name} {...{ state, managed, isFailing }} />
    ))}
  </EuiFlexGroup>
);
