import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import type { BucketCondition, KeyFilter } from '../../../../common/monitors/trigger';
import { Folded } from '../folded';
import type { BucketHints } from './bucket_hints';
import { KeyFilterFields } from './key_filter_fields';

interface FiltersProps {
  condition: BucketCondition;
  /** Where the condition is in the monitor. */
  field: string;
  hints: BucketHints;
  change: (changes: Partial<BucketCondition>) => void;
}

const withSource = (
  filters: BucketCondition['composite_agg_filter'] = {},
  source: string,
  filter: KeyFilter | undefined
): BucketCondition['composite_agg_filter'] => {
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== source));
  const next = filter ? { ...others, [source]: filter } : others;
  return Object.keys(next).length === 0 ? undefined : next;
};

/** Those of the query's aggregation, and those that are filtered by though it has them no more. */
const sourcesOf = ({ condition, hints }: FiltersProps): string[] => [
  ...new Set([...(hints.sources ?? []), ...Object.keys(condition.composite_agg_filter ?? {})]),
];

/** Keys to judge and keys to leave alone. */
export const BucketFilters: React.FC<FiltersProps> = (props) => {
  const { condition, field, hints, change } = props;
  const { filter, composite_agg_filter: bySource } = condition;
  const isSingle = hints.sources === undefined || filter !== undefined;
  return (
    <Folded
      id={`${field}-filters`}
      title={i18n.translate('watchkeeper.editor.bucketFiltersTitle', {
        defaultMessage: 'Only some buckets',
      })}
      fields={[`${field}.filter`, `${field}.composite_agg_filter`]}
      isOpen={filter !== undefined || bySource !== undefined}
      mark="bucketFilters"
    >
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.bucketFiltersHelpText', {
          defaultMessage:
            'Buckets are judged by their keys: only some, or all but some. Patterns are regular expressions that match the whole key.',
        })}
      </EuiText>
      <EuiSpacer size="s" />
      {isSingle && (
        <KeyFilterFields
          field={`${field}.filter`}
          source=""
          filter={filter}
          onChange={(next) => change({ filter: next })}
        />
      )}
      {sourcesOf(props).map((source) => (
        <KeyFilterFields
          key={source}
          field={`${field}.composite_agg_filter.${source}`}
          source={source}
          filter={bySource?.[source]}
          onChange={(next) => change({ composite_agg_filter: withSource(bySource, source, next) })}
        />
      ))}
    </Folded>
  );
};
