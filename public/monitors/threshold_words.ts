import { i18n } from '@osd/i18n';
import { BUCKET_SCRIPT } from '../../common/monitors/conditions/condition';
import { bucketMeasures, ofUnknown, queryMeasures } from '../../common/monitors/threshold/measures';
import type { MeasureOf } from '../../common/monitors/threshold/measures';
import { numberOfText, unquoted, withoutSuffix } from '../../common/monitors/threshold/number_text';
import { readCondition } from '../../common/monitors/threshold/read_condition';
import type {
  Comparison,
  Threshold,
  VisualCondition,
} from '../../common/monitors/threshold/threshold';
import type { BucketCondition } from '../../common/monitors/trigger';

const metricLabel = (type: string, what: string): string => {
  const values = { field: what };
  switch (type) {
    case 'avg':
      return i18n.translate('watchkeeper.threshold.avgLabel', {
        defaultMessage: 'average of {field}',
        values,
      });
    case 'sum':
      return i18n.translate('watchkeeper.threshold.sumLabel', {
        defaultMessage: 'sum of {field}',
        values,
      });
    case 'min':
      return i18n.translate('watchkeeper.threshold.minLabel', {
        defaultMessage: 'lowest {field}',
        values,
      });
    case 'max':
      return i18n.translate('watchkeeper.threshold.maxLabel', {
        defaultMessage: 'highest {field}',
        values,
      });
    case 'cardinality':
      return i18n.translate('watchkeeper.threshold.cardinalityLabel', {
        defaultMessage: 'number of different {field}',
        values,
      });
    case 'value_count':
      return i18n.translate('watchkeeper.threshold.valueCountLabel', {
        defaultMessage: 'number of values of {field}',
        values,
      });
    default:
      return i18n.translate('watchkeeper.threshold.metricLabel', {
        defaultMessage: '{type} of {field}',
        values: { type: type.replace(/_/g, ' '), field: what },
      });
  }
};

/** A measure in words, in the middle of a sentence: "average of took". */
export const measureWords = (of: MeasureOf): string => {
  switch (of.kind) {
    case 'documents':
      return i18n.translate('watchkeeper.threshold.documentsLabel', {
        defaultMessage: 'number of documents',
      });
    case 'metric':
      return metricLabel(of.type, of.field ?? of.name);
    case 'percentile':
      return i18n.translate('watchkeeper.threshold.percentileLabel', {
        defaultMessage: 'percentile {percent} of {field}',
        values: { percent: of.percent.replace(/\.0$/, ''), field: of.field ?? of.name },
      });
    case 'documents_of':
      return i18n.translate('watchkeeper.threshold.documentsOfLabel', {
        defaultMessage: 'number of documents in {name}',
        values: { name: of.name },
      });
    case 'buckets':
      return i18n.translate('watchkeeper.threshold.bucketsLabel', {
        defaultMessage: 'number of groups in {name}',
        values: { name: of.name },
      });
    case 'path':
      return of.path;
  }
};

/** A measure as a choice in a list: the words, begun as a sentence is. */
export const measureLabel = (of: MeasureOf): string => {
  const words = measureWords(of);
  return of.kind === 'path' ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

export const comparisonLabel = (comparison: Comparison): string => {
  switch (comparison) {
    case '>':
      return i18n.translate('watchkeeper.threshold.aboveLabel', { defaultMessage: 'is more than' });
    case '>=':
      return i18n.translate('watchkeeper.threshold.atLeastLabel', {
        defaultMessage: 'is at least',
      });
    case '<':
      return i18n.translate('watchkeeper.threshold.belowLabel', { defaultMessage: 'is less than' });
    case '<=':
      return i18n.translate('watchkeeper.threshold.atMostLabel', { defaultMessage: 'is at most' });
    case '==':
      return i18n.translate('watchkeeper.threshold.equalLabel', { defaultMessage: 'is' });
    case '!=':
      return i18n.translate('watchkeeper.threshold.unequalLabel', { defaultMessage: 'is not' });
  }
};

/** A fixed value as people read it: with the separators of the locale, texts without quotes. */
export const valueWords = (value: string): string => {
  const number = numberOfText(value);
  return number === undefined
    ? (unquoted(value) ?? value)
    : number.toLocaleString(i18n.getLocale(), { maximumFractionDigits: 20 });
};

const documentsSentence = ({ comparison, value }: Threshold): string => {
  const values = { value: valueWords(value), number: Number(withoutSuffix(value)) };
  switch (comparison) {
    case '>':
      return i18n.translate('watchkeeper.threshold.moreDocumentsText', {
        defaultMessage: 'more than {value} {number, plural, one {document} other {documents}}',
        values,
      });
    case '>=':
      return i18n.translate('watchkeeper.threshold.atLeastDocumentsText', {
        defaultMessage: 'at least {value} {number, plural, one {document} other {documents}}',
        values,
      });
    case '<':
      return i18n.translate('watchkeeper.threshold.fewerDocumentsText', {
        defaultMessage: 'fewer than {value} {number, plural, one {document} other {documents}}',
        values,
      });
    case '<=':
      return i18n.translate('watchkeeper.threshold.atMostDocumentsText', {
        defaultMessage: 'at most {value} {number, plural, one {document} other {documents}}',
        values,
      });
    case '==':
      return i18n.translate('watchkeeper.threshold.exactlyDocumentsText', {
        defaultMessage: 'exactly {value} {number, plural, one {document} other {documents}}',
        values,
      });
    case '!=':
      return i18n.translate('watchkeeper.threshold.notDocumentsText', {
        defaultMessage:
          'another number than {value} {number, plural, one {document} other {documents}}',
        values,
      });
  }
};

/** "more than 5 documents", "average of took is at least 1.5" */
export const thresholdWords = (threshold: Threshold, of: MeasureOf): string =>
  of.kind === 'documents'
    ? documentsSentence(threshold)
    : i18n.translate('watchkeeper.threshold.sentence', {
        defaultMessage: '{measure} {comparison} {value}',
        values: {
          measure: measureWords(of),
          comparison: comparisonLabel(threshold.comparison),
          value: valueWords(threshold.value),
        },
      });

/** @param ofMeasure what a measure of the condition is of */
export const conditionWords = (
  { join, thresholds }: VisualCondition,
  ofMeasure: (measure: string) => MeasureOf
): string =>
  thresholds
    .map((threshold) => thresholdWords(threshold, ofMeasure(threshold.measure)))
    .reduce((first, second) =>
      join === 'and'
        ? i18n.translate('watchkeeper.threshold.andText', {
            defaultMessage: '{first} and {second}',
            values: { first, second },
          })
        : i18n.translate('watchkeeper.threshold.orText', {
            defaultMessage: '{first} or {second}',
            values: { first, second },
          })
    );

/** What the measures of a condition over a search are of. */
export const queryMeasureReader = (query: string): ((measure: string) => MeasureOf) => {
  const offered = new Map(queryMeasures(query).map(({ measure, of }) => [measure, of]));
  return (measure) => offered.get(measure) ?? ofUnknown(measure);
};

/** What the measures of a condition over buckets are of: `params.count`. */
export const bucketMeasureReader = (
  query: string,
  { parent_bucket_path: parent, buckets_path: paths }: BucketCondition
): ((measure: string) => MeasureOf) => {
  const offered = new Map(bucketMeasures(query, parent).map(({ path, of }) => [path, of]));
  const named = new Map(
    Object.entries(paths).map(([name, path]) => [`params.${name}`, offered.get(path)])
  );
  return (measure) => named.get(measure) ?? ofUnknown(measure);
};

/**
 * The condition of a query-level or cluster-metrics trigger in plain words; undefined for a script that has none.
 *
 * @param query the text of the monitor's search; empty where it has none
 */
export const scriptInWords = (source: string, query: string): string | undefined => {
  const read = readCondition(source);
  return read.kind === 'visual'
    ? conditionWords(read.condition, queryMeasureReader(query))
    : undefined;
};

/** The condition over each bucket in plain words; undefined for a script that has none. */
export const bucketConditionInWords = (
  condition: BucketCondition,
  query: string
): string | undefined => {
  const read = readCondition(condition.script.source, BUCKET_SCRIPT);
  return read.kind === 'visual'
    ? conditionWords(read.condition, bucketMeasureReader(query, condition))
    : undefined;
};
