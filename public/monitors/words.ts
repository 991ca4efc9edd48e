import { i18n } from '@osd/i18n';
import type { RunOutcome } from '../../common/monitors/run';

/** What a run came to, in a word or two. */
export const outcomeLabel = (outcome: RunOutcome): string => {
  switch (outcome) {
    case 'triggered':
      return i18n.translate('watchkeeper.outcome.triggeredLabel', { defaultMessage: 'Triggered' });
    case 'not_triggered':
      return i18n.translate('watchkeeper.outcome.notTriggeredLabel', {
        defaultMessage: 'Not triggered',
      });
    case 'error':
      return i18n.translate('watchkeeper.outcome.errorLabel', { defaultMessage: 'Failed' });
    case 'gap':
      return i18n.translate('watchkeeper.outcome.gapLabel', { defaultMessage: 'Missed' });
  }
};

export { formatCount } from '../shared/numbers';
