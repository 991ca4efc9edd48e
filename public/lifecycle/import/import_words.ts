import { i18n } from '@osd/i18n';
import type { PolicyProblem } from '../../../common/lifecycle/policy/policy';
import { policyIdProblem } from '../../../common/lifecycle/policy/policy_id';
import { say } from '../../shared/say';
import type { ImportRow } from './import_rows';
import type { ImportOutcome } from './use_import_policies';

export interface StatusWords {
  text: string;
  color: 'subdued' | 'danger' | 'secondary';
}

/** What stands in the way of saving a policy; undefined where nothing does. */
export const problemWords = (
  { problem, refusal, same, decision }: ImportRow,
  told: (problem: PolicyProblem) => string
): StatusWords | undefined => {
  if (same) {
    return {
      color: 'subdued',
      text: i18n.translate('watchkeeper.lifecycle.import.sameText', {
        defaultMessage: 'The policy with this id says the same: there is nothing to save.',
      }),
    };
  }
  switch (problem) {
    case 'refused':
      return {
        color: 'danger',
        text: i18n.translate('watchkeeper.lifecycle.import.refusedText', {
          defaultMessage: 'The cluster would refuse it. {reason} Open it in the editor to mend it.',
          values: { reason: refusal ? `${refusal.path.join('.')}: ${told(refusal)}` : '' },
        }),
      };
    case 'no_id':
      return {
        color: 'danger',
        text: i18n.translate('watchkeeper.lifecycle.import.noIdText', {
          defaultMessage: 'Give it an id.',
        }),
      };
    case 'bad_id': {
      const wrong = policyIdProblem(decision.id);
      return wrong && { color: 'danger', text: say(wrong) };
    }
    case 'twice':
      return {
        color: 'danger',
        text: i18n.translate('watchkeeper.lifecycle.import.twiceText', {
          defaultMessage: 'Another one of these has the same id: give it one of its own.',
        }),
      };
    default:
      return undefined;
  }
};

export const outcomeWords = ({ saved, message }: ImportOutcome): StatusWords => {
  if (!saved) {
    return {
      color: 'danger',
      text: i18n.translate('watchkeeper.lifecycle.import.failedText', {
        defaultMessage: 'Not saved. {reason}',
        values: { reason: message ?? '' },
      }),
    };
  }
  return {
    color: 'secondary',
    text:
      message ??
      i18n.translate('watchkeeper.lifecycle.import.savedText', { defaultMessage: 'Saved.' }),
  };
};
