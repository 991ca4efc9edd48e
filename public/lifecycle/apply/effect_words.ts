import { i18n } from '@osd/i18n';
import type { FirstEffect, Obstacle } from '../../../common/lifecycle/apply/first_effect';
import { actionLabel } from '../states/words';

const list = (actions: readonly string[]): string => actions.map(actionLabel).join(', ');

const obstacleText = (why: Obstacle): string => {
  switch (why) {
    case 'closed':
      return i18n.translate('watchkeeper.lifecycle.apply.closedText', {
        defaultMessage: 'Not applied: closed indices are refused. Open them first.',
      });
    case 'restricted':
      return i18n.translate('watchkeeper.lifecycle.apply.restrictedText', {
        defaultMessage: 'Not applied: the engine keeps its hands off indices of the system.',
      });
    case 'same_policy':
      return i18n.translate('watchkeeper.lifecycle.apply.samePolicyText', {
        defaultMessage: 'Not applied: this policy manages them already.',
      });
    case 'other_policy':
      return i18n.translate('watchkeeper.lifecycle.apply.otherPolicyText', {
        defaultMessage: 'Not applied: another policy manages them. Change their policy instead.',
      });
  }
};

/** What happens to the indices of a group, in one sentence. */
export const effectText = (effect: FirstEffect): string => {
  switch (effect.kind) {
    case 'not_applied':
      return obstacleText(effect.why);
    case 'deleted':
      return i18n.translate('watchkeeper.lifecycle.apply.deletedText', {
        defaultMessage: 'Deleted at once, within the hour',
      });
    case 'fails':
      return effect.action === undefined
        ? i18n.translate('watchkeeper.lifecycle.apply.failsText', {
            defaultMessage: 'Stops in “{state}”: {reason}',
            values: { state: effect.state, reason: effect.reason },
          })
        : i18n.translate('watchkeeper.lifecycle.apply.actionFailsText', {
            defaultMessage: 'Stops in “{state}”, since “{action}” fails: {reason}',
            values: {
              ...{ state: effect.state, reason: effect.reason },
              action: actionLabel(effect.action),
            },
          });
    case 'stays':
      return effect.actions.length === 0
        ? i18n.translate('watchkeeper.lifecycle.apply.staysText', {
            defaultMessage: 'Waits in “{state}”; nothing is done to it at once',
            values: { state: effect.state },
          })
        : i18n.translate('watchkeeper.lifecycle.apply.actsAndStaysText', {
            defaultMessage: 'At once: {actions}; then waits in “{state}”',
            values: { actions: list(effect.actions), state: effect.state },
          });
    case 'completes':
      return effect.actions.length === 0
        ? i18n.translate('watchkeeper.lifecycle.apply.completesText', {
            defaultMessage: 'Nothing is done to it, and the policy ends in “{state}”',
            values: { state: effect.state },
          })
        : i18n.translate('watchkeeper.lifecycle.apply.actsAndCompletesText', {
            defaultMessage: 'At once: {actions}; then the policy ends in “{state}”',
            values: { actions: list(effect.actions), state: effect.state },
          });
    case 'cycles':
      return i18n.translate('watchkeeper.lifecycle.apply.cyclesText', {
        defaultMessage: 'Goes round in circles through “{state}”',
        values: { state: effect.state },
      });
    case 'unknown':
      return i18n.translate('watchkeeper.lifecycle.apply.unknownText', {
        defaultMessage: 'Comes to the action “{action}” in “{state}”, which is not known here',
        values: { action: effect.action, state: effect.state },
      });
  }
};

/** The colour of a badge that goes with it. */
export const effectColour = ({ kind }: FirstEffect): string => {
  switch (kind) {
    case 'deleted':
    case 'fails':
      return 'danger';
    case 'cycles':
    case 'unknown':
      return 'warning';
    case 'not_applied':
      return 'default';
    default:
      return 'hollow';
  }
};

/** Whether a group is applied to unless somebody takes its tick away: what would stop at once is not. */
export const isMeant = ({ kind }: FirstEffect): boolean =>
  kind !== 'not_applied' && kind !== 'fails';
