import { i18n } from '@osd/i18n';
import type { Explanation } from '../../../../common/monitors/explain_run';

type Absent = Extract<Explanation, { kind: 'absent' }>;

const whyText = (why: Absent['why']): string => {
  switch (why) {
    case 'future':
      return i18n.translate('watchkeeper.runAt.futureText', {
        defaultMessage: 'This instant is still to come.',
      });
    case 'not_yet':
      return i18n.translate('watchkeeper.runAt.notYetText', {
        defaultMessage: 'The next run will look at it.',
      });
    case 'not_existing':
      return i18n.translate('watchkeeper.runAt.notExistingText', {
        defaultMessage: 'The monitor had not been created yet.',
      });
    case 'disabled':
      return i18n.translate('watchkeeper.runAt.disabledText', {
        defaultMessage: 'The monitor was disabled.',
      });
    case 'not_kept':
      return i18n.translate('watchkeeper.runAt.notKeptText', {
        defaultMessage: 'Runs of that time are not kept any more.',
      });
    case 'not_run':
      return i18n.translate('watchkeeper.runAt.notRunText', {
        defaultMessage:
          'The monitor was enabled, and there is no trace of a run: no instance was running, the cluster did not answer, or it waited to be adopted.',
      });
  }
};

/** Why no run looked at an instant, and which runs were next to it. */
export const absenceWords = (
  { why, before, after }: Absent,
  format: (instant: number) => string
): string =>
  [
    whyText(why),
    ...(before === undefined
      ? []
      : [
          i18n.translate('watchkeeper.runAt.beforeText', {
            defaultMessage: 'The run before was at {at}.',
            values: { at: format(before) },
          }),
        ]),
    ...(after === undefined
      ? []
      : [
          i18n.translate('watchkeeper.runAt.afterText', {
            defaultMessage: 'The run after was at {at}.',
            values: { at: format(after) },
          }),
        ]),
  ].join(' ');
