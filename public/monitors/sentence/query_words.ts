import { i18n } from '@osd/i18n';
import type {
  Filter,
  FilterTest,
  LookBack,
  VisualQuery,
} from '../../../common/monitors/query_builder/visual_query';
import { choiceText } from '../editor/query_builder/filter_words';
import { unitLabel } from './unit_words';

const MOST_VALUES = 3;

const listOf = (values: readonly unknown[]): string => {
  const shown = values.slice(0, MOST_VALUES).map(String).join(', ');
  return values.length > MOST_VALUES ? `${shown}, …` : shown;
};

const rangeText = ({ gt, gte, lt, lte }: Extract<FilterTest, { kind: 'range' }>): string => {
  const low = gte ?? gt;
  const high = lte ?? lt;
  return `${low ?? '–∞'} … ${high ?? '∞'}`;
};

const valueText = (test: FilterTest): string => {
  switch (test.kind) {
    case 'exists':
      return '';
    case 'one_of':
      return listOf(test.values);
    case 'range':
      return rangeText(test);
    default:
      return String(test.value);
  }
};

/** `level is one of ERROR, FATAL` */
const filterText = ({ field, not = false, test }: Filter): string =>
  [field, choiceText({ kind: test.kind, not }), valueText(test)].filter(Boolean).join(' ');

/** All that must hold of a document, in words; empty where everything counts. */
export const filtersInWords = ({ filters, line }: VisualQuery): string[] => [
  ...filters.map(filterText),
  ...(line && line.text.trim() !== '' ? [line.text.trim()] : []),
];

/** `in 1 h`, `since the last run` */
export const lookBackInWords = (lookBack: LookBack): string =>
  lookBack.kind === 'since_last_run'
    ? i18n.translate('watchkeeper.sentence.sinceLastRunText', {
        defaultMessage: 'since the last run',
      })
    : i18n.translate('watchkeeper.sentence.spanText', {
        defaultMessage: 'in {amount} {unit}',
        values: { amount: lookBack.amount, unit: unitLabel(lookBack.unit) },
      });
