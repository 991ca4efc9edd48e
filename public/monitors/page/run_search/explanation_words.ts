import { i18n } from '@osd/i18n';
import type { Explanation, RunVerdict } from '../../../../common/monitors/explain_run';
import { durationMs } from '../../../../common/monitors/duration';
import { formatDuration } from '../../../shared/time';
import { formatCount } from '../../words';
import { groupSentences, groupsInShort } from '../group_words';
import { absenceWords } from './absence_words';

export type Format = (instant: number) => string;

export const verdictLabel = (verdict: RunVerdict): string => {
  switch (verdict) {
    case 'fired':
      return i18n.translate('watchkeeper.runAt.firedLabel', {
        defaultMessage: 'It fired: the condition was true.',
      });
    case 'waiting':
      return i18n.translate('watchkeeper.runAt.waitingLabel', {
        defaultMessage: 'It did not fire yet: the condition was true, but not for long enough.',
      });
    case 'did_not_fire':
      return i18n.translate('watchkeeper.runAt.didNotFireLabel', {
        defaultMessage: 'It did not fire: the condition was not true.',
      });
    case 'unknown':
      return i18n.translate('watchkeeper.runAt.unknownLabel', {
        defaultMessage: 'It could not tell: the run failed.',
      });
    case 'did_not_run':
      return i18n.translate('watchkeeper.runAt.didNotRunLabel', {
        defaultMessage: 'No run looked at this instant.',
      });
  }
};

type Of<K extends Explanation['kind']> = Extract<Explanation, { kind: K }>;

const ranText = ({ scheduled_at, window, windows = 1 }: Of<'ran'>, format: Format): string =>
  i18n.translate('watchkeeper.runAt.ranText', {
    defaultMessage:
      'The run of {at} looked at it: its window was from {start} to {end}{windows, plural, one {} other { (# windows caught up together)}}.',
    values: {
      at: format(scheduled_at),
      start: format(window.start),
      end: format(window.end),
      windows,
    },
  });

const gapText = ({ window, missed, at }: Of<'gap'>, format: Format): string =>
  i18n.translate('watchkeeper.runAt.gapText', {
    defaultMessage:
      'The time from {start} to {end} was left out: {missed, plural, one {# window} other {# windows}} could not be looked at in time, and the monitor does not catch them up. That was noticed at {at}.',
    values: { start: format(window.start), end: format(window.end), missed, at: format(at) },
  });

/** What the condition came to: how many groups, the number that it looked at, or its value. */
const foundText = ({ measure, value, groups }: Of<'judged'>): string => {
  if (groups) {
    return i18n.translate('watchkeeper.runAt.ofGroupsText', {
      defaultMessage: ' of {groups}',
      values: { groups: groupsInShort(groups) },
    });
  }
  const shown = measure === undefined ? value : formatCount(measure);
  if (shown === undefined || shown === 'true' || shown === 'false') return '';
  return i18n.translate('watchkeeper.runAt.valueText', {
    defaultMessage: '; the value was {value}',
    values: { value: shown },
  });
};

const judgedText = (told: Of<'judged'>, words: string | undefined): string => {
  const { trigger, triggered, no_data: noData, groups } = told;
  if (noData) {
    return i18n.translate('watchkeeper.runAt.noDataText', {
      defaultMessage: '{name}: there was nothing to judge.',
      values: { name: trigger.name },
    });
  }
  const values = {
    name: trigger.name,
    condition: words === undefined ? '' : ` (${words})`,
    found: foundText(told),
  };
  const sentence = triggered
    ? i18n.translate('watchkeeper.runAt.trueText', {
        defaultMessage: '{name}: the condition{condition} was true{found}.',
        values,
      })
    : i18n.translate('watchkeeper.runAt.falseText', {
        defaultMessage: '{name}: the condition{condition} was not true{found}.',
        values,
      });
  return [sentence, ...(groups ? groupSentences(groups).map((text) => `${text}.`) : [])].join(' ');
};

const alertText = ({ trigger, standing, since, by, at }: Of<'alert'>, format: Format): string => {
  const values = { name: trigger.name, since: format(since), by, at: at ? format(at) : '' };
  switch (standing) {
    case 'acknowledged':
      return by === undefined
        ? i18n.translate('watchkeeper.runAt.acknowledgedText', {
            defaultMessage:
              '{name}: the alert of {since} had been acknowledged at {at}, so its messages were held back.',
            values,
          })
        : i18n.translate('watchkeeper.runAt.acknowledgedByText', {
            defaultMessage:
              '{name}: {by} had acknowledged the alert of {since} at {at}, so its messages were held back.',
            values,
          });
    case 'no_data':
      return i18n.translate('watchkeeper.runAt.noDataAlertText', {
        defaultMessage: '{name}: an alert about missing data was open, since {since}.',
        values,
      });
    case 'active':
      return i18n.translate('watchkeeper.runAt.activeText', {
        defaultMessage: '{name}: an alert was open, since {since}.',
        values,
      });
  }
};

const heldBackText = ({ action, reason, count }: Of<'held_back' | 'action_failed'>): string =>
  i18n.translate('watchkeeper.runAt.heldBackText', {
    defaultMessage:
      'The action {action} held {count, plural, one {its message} other {# messages}} back: {reason}',
    values: { action, reason, count },
  });

const toldText = (told: Of<'sent' | 'held_back' | 'action_failed'>): string => {
  const { action, count } = told;
  switch (told.kind) {
    case 'sent':
      return i18n.translate('watchkeeper.runAt.sentText', {
        defaultMessage:
          'The action {action} sent {count, plural, one {a message} other {# messages}}.',
        values: { action, count },
      });
    case 'held_back':
      return heldBackText(told);
    case 'action_failed':
      return i18n.translate('watchkeeper.runAt.actionFailedText', {
        defaultMessage: 'The action {action} could not send: {reason}',
        values: { action, reason: told.reason },
      });
  }
};

/** The conditions in words, by trigger; of those that have none, nothing. */
export type ConditionWords = (triggerId: string) => string | undefined;

/** One sentence of why a monitor did or did not fire. */
export const explanationText = (
  told: Explanation,
  format: Format,
  conditionOf: ConditionWords
): string => {
  switch (told.kind) {
    case 'ran':
      return ranText(told, format);
    case 'gap':
      return gapText(told, format);
    case 'absent':
      return absenceWords(told, format);
    case 'failed':
      return i18n.translate('watchkeeper.runAt.failedText', {
        defaultMessage: 'The run failed: {reason}',
        values: { reason: told.problem.message },
      });
    case 'looked_again':
      return i18n.translate('watchkeeper.runAt.lookedAgainText', {
        defaultMessage: 'The run of {at} looked over this time again, and worked.',
        values: { at: format(told.scheduled_at) },
      });
    case 'found':
      return i18n.translate('watchkeeper.runAt.foundText', {
        defaultMessage: 'The search found {hits, plural, =0 {nothing} one {# hit} other {# hits}}.',
        values: { hits: told.hits },
      });
    case 'judged':
      return judgedText(told, conditionOf(told.trigger.id));
    case 'trigger_failed':
      return i18n.translate('watchkeeper.runAt.triggerFailedText', {
        defaultMessage: '{name}: the condition failed: {reason}',
        values: { name: told.trigger.name, reason: told.problem.message },
      });
    case 'pending':
      return i18n.translate('watchkeeper.runAt.pendingText', {
        defaultMessage:
          '{name}: true since {since}, and the alert opens only when it has been so for {lasts}.',
        values: {
          name: told.trigger.name,
          since: format(told.since),
          lasts: formatDuration(durationMs(told.lasts)),
        },
      });
    case 'alert':
      return alertText(told, format);
    case 'sent':
    case 'held_back':
    case 'action_failed':
      return toldText(told);
    case 'no_actions':
      return i18n.translate('watchkeeper.runAt.noActionsText', {
        defaultMessage: '{name} has no action: it raises an alert and tells nobody.',
        values: { name: told.trigger.name },
      });
    case 'nothing_to_tell':
      return i18n.translate('watchkeeper.runAt.nothingToTellText', {
        defaultMessage:
          '{name}: no action had anything to tell in this run. Actions can be set to tell of new alerts only.',
        values: { name: told.trigger.name },
      });
    case 'changed_since':
      return i18n.translate('watchkeeper.runAt.changedText', {
        defaultMessage:
          'The monitor was saved again at {at}: its condition and query may have been others then.',
        values: { at: format(told.at) },
      });
  }
};
