import { i18n } from '@osd/i18n';
import { stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import type { GraphNode } from '../../../common/lifecycle/graph/policy_graph';
import type { Action, Transition } from '../../../common/lifecycle/policy/policy';
import { formatCount } from '../../shared/numbers';
import {
  actionDetails,
  actionLabel,
  cronText,
  durationText,
  short,
  valueText,
} from '../states/words';

const words: Readonly<Record<string, (value: JsonValue) => string>> = {
  min_index_age: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.indexAgeLabel', {
      defaultMessage: 'Once {age} old',
      values: { age: durationText(value) },
    }),
  min_rollover_age: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.rolloverAgeLabel', {
      defaultMessage: '{age} after the rollover',
      values: { age: durationText(value) },
    }),
  min_state_age: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.stateAgeLabel', {
      defaultMessage: 'After {age} there',
      values: { age: durationText(value) },
    }),
  min_doc_count: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.docCountLabel', {
      defaultMessage: 'From {count} documents',
      values: { count: typeof value === 'number' ? formatCount(value) : valueText(value) },
    }),
  min_size: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.sizeLabel', {
      defaultMessage: 'From {size}',
      values: { size: valueText(value) },
    }),
  cron: (value) =>
    i18n.translate('watchkeeper.lifecycle.graph.cronLabel', {
      defaultMessage: 'When it is {cron}',
      values: { cron: cronText(value) },
    }),
  no_alias: (value) =>
    value === false
      ? i18n.translate('watchkeeper.lifecycle.graph.anAliasLabel', {
          defaultMessage: 'Once it has an alias',
        })
      : i18n.translate('watchkeeper.lifecycle.graph.noAliasLabel', {
          defaultMessage: 'Once without alias',
        }),
};

/** What a transition waits for, in a few words. */
export const conditionWords = ({ conditions }: Transition): string => {
  if (!conditions) {
    return i18n.translate('watchkeeper.lifecycle.graph.atOnceLabel', { defaultMessage: 'At once' });
  }
  const entries = Object.entries(conditions);
  const [[name, value] = ['', null]] = entries;
  if (entries.length === 0) {
    return i18n.translate('watchkeeper.lifecycle.graph.neverLabel', { defaultMessage: 'Never' });
  }
  const said = entries.length === 1 ? words[name]?.(value) : undefined;
  return short(said ?? stringifyLossless(conditions));
};

/** An action in one line, with what it is told. */
export const actionLine = (action: Action): string =>
  [actionLabel(action.type), actionDetails(action)].filter((part) => part !== '').join(' · ');

export interface NodeMark {
  text: string;
  color: 'primary' | 'danger' | 'warning' | 'hollow';
}

/** What a state is, beside what is done in it. */
export const marksOf = (node: GraphNode): NodeMark[] => {
  if (node.kind === 'missing') {
    const text = i18n.translate('watchkeeper.lifecycle.graph.missingLabel', {
      defaultMessage: 'There is no such state',
    });
    return [{ text, color: 'danger' }];
  }
  const { isStart, isReachable, end } = node;
  const start = i18n.translate('watchkeeper.lifecycle.graph.startLabel', {
    defaultMessage: 'Start',
  });
  const unreachable = i18n.translate('watchkeeper.lifecycle.graph.unreachableLabel', {
    defaultMessage: 'Never reached',
  });
  const deleted = i18n.translate('watchkeeper.lifecycle.graph.deletedLabel', {
    defaultMessage: 'End: deleted',
  });
  const completed = i18n.translate('watchkeeper.lifecycle.graph.completedLabel', {
    defaultMessage: 'End: the index stays',
  });
  return [
    ...(isStart ? [{ text: start, color: 'primary' } as const] : []),
    ...(isReachable ? [] : [{ text: unreachable, color: 'warning' } as const]),
    ...(end === 'deleted' ? [{ text: deleted, color: 'danger' } as const] : []),
    ...(end === 'completed' ? [{ text: completed, color: 'hollow' } as const] : []),
  ];
};
