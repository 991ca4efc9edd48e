import { i18n } from '@osd/i18n';
import type { RepairRefusal, RepairStep } from '../../../common/lifecycle/repair/plan_repair';

/** What a step does, and what it means for others. */
export const stepText = (step: RepairStep, index: string): string => {
  if (step.do === 'retry') {
    return i18n.translate('watchkeeper.lifecycle.repair.retryText', {
      defaultMessage: 'Retry the action that failed',
    });
  }
  if (step.do === 'alias') {
    const { alias, adds, from } = step;
    if (from !== undefined) {
      return i18n.translate('watchkeeper.lifecycle.repair.moveAliasText', {
        defaultMessage:
          'Make {index} the write index of the alias “{alias}”: what is written to the alias goes there from then on, and no longer to {from}',
        values: { index, alias, from },
      });
    }
    return adds
      ? i18n.translate('watchkeeper.lifecycle.repair.addAliasText', {
          defaultMessage: 'Give {index} the alias “{alias}”, as its write index',
          values: { index, alias },
        })
      : i18n.translate('watchkeeper.lifecycle.repair.markAliasText', {
          defaultMessage: 'Make {index} the write index of its alias “{alias}”',
          values: { index, alias },
        });
  }
  if (step.name === 'rollover_skip') {
    return i18n.translate('watchkeeper.lifecycle.repair.skipText', {
      defaultMessage: 'Have the rollover of {index} skipped (rollover_skip)',
      values: { index },
    });
  }
  return step.was === undefined
    ? i18n.translate('watchkeeper.lifecycle.repair.setAliasText', {
        defaultMessage: 'Set “{alias}” as the alias to roll it over by (rollover_alias)',
        values: { alias: step.value },
      })
    : i18n.translate('watchkeeper.lifecycle.repair.replaceAliasText', {
        defaultMessage:
          'Set “{alias}” as the alias to roll it over by (rollover_alias), in place of “{was}”',
        values: { alias: step.value, was: step.was },
      });
};

/** Why a repair would not help, and what would. */
export const refusalText = (refused: RepairRefusal, index: string): string => {
  switch (refused.why) {
    case 'bad_name':
      return i18n.translate('watchkeeper.lifecycle.repair.badNameText', {
        defaultMessage:
          'The name {index} does not end in a hyphen and a number, so there is no next name to roll it over to. Reindex it into one like “logs-000001”; or let this index skip the rollover; or, where a new index begins each day by itself, drop the rollover from the policy and put the age on the transition.',
        values: { index },
      });
    case 'data_stream':
      return i18n.translate('watchkeeper.lifecycle.repair.dataStreamText', {
        defaultMessage:
          'It belongs to the data stream “{name}”, which is rolled over without an alias.',
        values: { name: refused.name },
      });
    case 'template_alias':
      return i18n.translate('watchkeeper.lifecycle.repair.templateAliasText', {
        defaultMessage:
          'The index template “{template}” gives the alias “{alias}” to every new index, so the next one would have it, too, and the rollover fails. Take the alias out of the template, or choose another.',
        values: { template: refused.template, alias: refused.alias },
      });
    case 'alias_is_index':
      return i18n.translate('watchkeeper.lifecycle.repair.aliasIsIndexText', {
        defaultMessage: 'An alias cannot have the name of the index itself.',
      });
    case 'no_alias':
      return i18n.translate('watchkeeper.lifecycle.repair.noAliasText', {
        defaultMessage: 'No rollover alias is set for it: give it one first.',
      });
    case 'nothing':
      return i18n.translate('watchkeeper.lifecycle.repair.nothingText', {
        defaultMessage: 'It is so already: there is nothing to do.',
      });
  }
};
