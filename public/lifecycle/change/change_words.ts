import { i18n } from '@osd/i18n';
import type { ChangeOutcome } from '../../../common/lifecycle/change/change_outcome';
import type { ChangeCounts } from '../../../common/lifecycle/change/change_plan';

/** When the changed policy holds, and why not earlier. */
export const outcomeText = (outcome: ChangeOutcome): string => {
  if (outcome.kind === 'at_once') {
    return i18n.translate('watchkeeper.lifecycle.change.atOnceText', {
      defaultMessage: 'At once: the state has the same actions in both',
    });
  }
  switch (outcome.why) {
    case 'state_given':
      return i18n.translate('watchkeeper.lifecycle.change.stateGivenText', {
        defaultMessage: 'At the next transition: a state to begin with is named',
      });
    case 'no_such_state':
      return i18n.translate('watchkeeper.lifecycle.change.noStateText', {
        defaultMessage:
          'At the next transition: the policy has no state of that name. Name the state to begin with',
      });
    case 'other_actions':
      return i18n.translate('watchkeeper.lifecycle.change.otherActionsText', {
        defaultMessage: 'At the next transition: the state has other actions in the new policy',
      });
    case 'unknown':
      return i18n.translate('watchkeeper.lifecycle.change.unknownText', {
        defaultMessage:
          'At the next transition at the latest: which actions they follow now is not known',
      });
    case 'transitioning':
      return i18n.translate('watchkeeper.lifecycle.change.transitioningText', {
        defaultMessage: 'Refused while they go over to another state: try again in a few minutes',
      });
    case 'failed':
      return i18n.translate('watchkeeper.lifecycle.change.failedText', {
        defaultMessage: 'Stopped: they have to be retried after the change',
      });
    case 'completed':
      return i18n.translate('watchkeeper.lifecycle.change.completedText', {
        defaultMessage:
          'Through with their policy: nothing looks at them any more. Remove the policy, and apply the other one',
      });
  }
};

/** How many change when, in one sentence. */
export const countsSentence = ({ at_once, next_transition, stuck }: ChangeCounts): string =>
  [
    ...(at_once > 0
      ? [
          i18n.translate('watchkeeper.lifecycle.change.atOnceCount', {
            defaultMessage: '{count, number} can change at once',
            values: { count: at_once },
          }),
        ]
      : []),
    ...(next_transition > 0
      ? [
          i18n.translate('watchkeeper.lifecycle.change.nextTransitionCount', {
            defaultMessage: '{count, number} at the next transition',
            values: { count: next_transition },
          }),
        ]
      : []),
    ...(stuck > 0
      ? [
          i18n.translate('watchkeeper.lifecycle.change.stuckCount', {
            defaultMessage: '{count, plural, one {# is} other {# are}} stuck',
            values: { count: stuck },
          }),
        ]
      : []),
  ].join(', ');
