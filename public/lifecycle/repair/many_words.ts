import { i18n } from '@osd/i18n';
import type { Verdict } from '../../../common/lifecycle/repair/decide_many';
import { refusalText } from './repair_words';

/** Why one of many is left out. */
export const leftOutText = (
  verdict: Exclude<Verdict, { kind: 'repair' }>,
  index: string
): string => {
  switch (verdict.kind) {
    case 'refused':
      return refusalText(verdict.refused, index);
    case 'moves':
      return i18n.translate('watchkeeper.lifecycle.repairMany.movesText', {
        defaultMessage:
          'What is written to the alias “{alias}” goes to {from}, and would go here then. Whether it is to, somebody has to choose: repair this one by itself.',
        values: { alias: verdict.alias, from: verdict.from },
      });
    case 'shared':
      return i18n.translate('watchkeeper.lifecycle.repairMany.sharedText', {
        defaultMessage:
          'It would get the same alias “{alias}” as {by}, and only one index can be written to by it: the last one gets it. Let this one skip the rollover, or choose another alias, by itself.',
        values: { alias: verdict.alias, by: verdict.by },
      });
    case 'deletes':
      return i18n.translate('watchkeeper.lifecycle.repairMany.deletesText', {
        defaultMessage:
          'Once it is repaired, its policy deletes it within the hour: repair this one by itself, where that is confirmed.',
      });
    case 'unknown':
      return verdict.problem === ''
        ? i18n.translate('watchkeeper.lifecycle.repairMany.unknownText', {
            defaultMessage: 'What would mend it is not known here.',
          })
        : verdict.problem;
  }
};
