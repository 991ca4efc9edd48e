import React, { useCallback, useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { BucketCondition, BucketLevelTrigger } from '../../../../common/monitors/trigger';
import { changeTrigger } from '../changes';
import { useEditor } from '../editor_model';
import { ChoiceField, TextField } from '../fields/text_fields';
import { searchOf } from '../question';
import { bucketHints } from './bucket_hints';
import { BucketFilters } from './bucket_filters';
import { BucketScriptTabs } from './bucket_script';
import type { BucketPartProps } from './bucket_script';

type Gap = 'unset' | NonNullable<BucketCondition['gap_policy']>;

const gapOptions = (current: Gap): Array<{ value: Gap; text: string }> => [
  {
    value: 'unset',
    text: i18n.translate('watchkeeper.editor.gapUnsetLabel', { defaultMessage: 'Not set (skip)' }),
  },
  {
    value: 'skip',
    text: i18n.translate('watchkeeper.editor.gapSkipLabel', {
      defaultMessage: 'Skip such a bucket',
    }),
  },
  {
    value: 'insert_zeros',
    text: i18n.translate('watchkeeper.editor.gapZerosLabel', { defaultMessage: 'Take zero' }),
  },
  {
    value: 'keep_values',
    text: i18n.translate('watchkeeper.editor.gapKeepLabel', {
      defaultMessage: 'Take it where there is one',
    }),
  },
  // As imported monitors spell it.
  ...(current === current.toLowerCase() ? [] : [{ value: current, text: current }]),
];

const ParentAndGap: React.FC<BucketPartProps> = ({ condition, field, hints, change }) => {
  const gap = condition.gap_policy ?? 'unset';
  return (
    <EuiFlexGroup gutterSize="m" responsive={false}>
      <EuiFlexItem>
        <TextField
          field={`${field}.parent_bucket_path`}
          label={i18n.translate('watchkeeper.editor.parentPathLabel', {
            defaultMessage: 'Aggregation whose buckets are judged',
          })}
          helpText={
            hints.parents.length === 0
              ? i18n.translate('watchkeeper.editor.noParentsHelpText', {
                  defaultMessage: 'The query has no aggregation with buckets.',
                })
              : i18n.translate('watchkeeper.editor.parentsHelpText', {
                  defaultMessage: 'The query has: {parents}',
                  values: { parents: hints.parents.join(', ') },
                })
          }
          value={condition.parent_bucket_path}
          onChange={(parent_bucket_path) => change({ parent_bucket_path })}
          mark="parentPathInput"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <ChoiceField<Gap>
          field={`${field}.gap_policy`}
          label={i18n.translate('watchkeeper.editor.gapPolicyLabel', {
            defaultMessage: 'Where a value is missing',
          })}
          helpText={i18n.translate('watchkeeper.editor.gapPolicyHelpText', {
            defaultMessage: 'What becomes of a bucket without one of the values below.',
          })}
          options={gapOptions(gap)}
          value={gap}
          onChange={(next) => change({ gap_policy: next === 'unset' ? undefined : next })}
          mark="gapPolicySelect"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** Which buckets are judged, by what, and how. */
export const BucketConditionFields: React.FC<{ trigger: BucketLevelTrigger; path: string }> = ({
  trigger,
  path,
}) => {
  const { draft, update } = useEditor();
  const { condition, id } = trigger;
  const { query } = searchOf(draft);
  const hints = useMemo(
    () => bucketHints(query, condition.parent_bucket_path),
    [query, condition.parent_bucket_path]
  );
  const change = useCallback(
    (changes: Partial<BucketCondition>) =>
      update(changeTrigger(id, { condition: { ...condition, ...changes } })),
    [update, id, condition]
  );
  const part = { condition, field: `${path}.condition`, hints, change };
  return (
    <>
      <ParentAndGap {...part} />
      <EuiSpacer size="m" />
      <BucketScriptTabs {...part} triggerId={id} query={query} />
      <EuiSpacer size="m" />
      <BucketFilters {...part} />
    </>
  );
};
