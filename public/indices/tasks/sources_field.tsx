import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox } from '@elastic/eui';
import type { IndexRow } from '../../../common/indices/rows/index_row';
import type { TaskKindName } from '../../../common/indices/tasks/task_record';
import { useListing } from '../index_queries';
import { FieldRow } from './task_field';
import type { Problems } from './task_field';

/** What can be rolled over: data streams, and aliases that have one index or a write index. */
export const rollable = (rows: readonly IndexRow[]): string[] => {
  const streams = rows.flatMap(({ data_stream: stream }) => stream ?? []);
  const aliases = rows.flatMap((row) => row.aliases.map(({ name }) => name));
  return [...new Set([...streams, ...aliases])].sort();
};

const labelOf = (kind: TaskKindName): string => {
  switch (kind) {
    case 'rollover':
      return i18n.translate('watchkeeper.indexTasks.aliasLabel', {
        defaultMessage: 'Alias or data stream',
      });
    case 'reindex':
      return i18n.translate('watchkeeper.indexTasks.fromLabel', { defaultMessage: 'Copy from' });
    case 'force_merge':
      return i18n.translate('watchkeeper.indexTasks.indicesLabel', { defaultMessage: 'Indices' });
    default:
      return i18n.translate('watchkeeper.indexTasks.sourceLabel', { defaultMessage: 'Index' });
  }
};

const FIELDS: Readonly<Record<TaskKindName, string>> = {
  force_merge: 'indices',
  reindex: 'sources',
  rollover: 'target',
  clone: 'source',
  shrink: 'source',
  split: 'source',
};

/** What the task begins with: one index, several, or an alias. A name that is not in the list can be typed. */
export const SourcesField: React.FC<{
  kind: TaskKindName;
  sources: readonly string[];
  problems: Problems;
  onChange: (sources: string[]) => void;
}> = ({ kind, sources, problems, onChange }) => {
  const { data } = useListing(0);
  const rows = data?.rows;
  const options = useMemo(() => {
    const names =
      kind === 'rollover'
        ? rollable(rows ?? [])
        : (rows ?? []).filter(({ hidden }) => !hidden).map(({ name }) => name);
    return names.map((label) => ({ label }));
  }, [kind, rows]);
  const isOne = kind !== 'force_merge' && kind !== 'reindex';
  return (
    <FieldRow field={FIELDS[kind]} label={labelOf(kind)} problems={problems}>
      {(isInvalid) => (
        <EuiComboBox<string>
          compressed
          fullWidth
          isInvalid={isInvalid}
          isLoading={!data}
          {...(isOne ? { singleSelection: { asPlainText: true } } : {})}
          options={options}
          selectedOptions={sources.map((label) => ({ label }))}
          onChange={(chosen) => onChange(chosen.map(({ label }) => label))}
          onCreateOption={(name) => onChange(isOne ? [name.trim()] : [...sources, name.trim()])}
          aria-label={labelOf(kind)}
          data-test-subj="taskSources"
        />
      )}
    </FieldRow>
  );
};
