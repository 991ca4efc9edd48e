import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedRadioGroup } from '@elastic/eui';
import type { Draft } from './draft';
import { ReindexFields } from './reindex_fields';
import { SwitchRow, TextRow } from './task_field';
import type { Problems } from './task_field';

export interface FieldsProps {
  draft: Draft;
  problems: Problems;
  onChange: (change: Partial<Draft>) => void;
}

const MergeFields: React.FC<FieldsProps> = ({ draft, problems, onChange }) => (
  <>
    <EuiCompressedFormRow
      fullWidth
      label={i18n.translate('watchkeeper.indexTasks.mergeWhatLabel', {
        defaultMessage: 'What is merged',
      })}
    >
      <EuiCompressedRadioGroup
        name="taskMergeWhat"
        options={[
          {
            id: 'taskMergeAll',
            label: i18n.translate('watchkeeper.indexTasks.mergeAllLabel', {
              defaultMessage: 'All segments, down to a number in each shard',
            }),
          },
          {
            id: 'taskMergeDeleted',
            label: i18n.translate('watchkeeper.indexTasks.mergeDeletedLabel', {
              defaultMessage: 'Only segments with many deleted documents',
            }),
          },
        ]}
        idSelected={draft.expunge ? 'taskMergeDeleted' : 'taskMergeAll'}
        onChange={(id) => onChange({ expunge: id === 'taskMergeDeleted' })}
      />
    </EuiCompressedFormRow>
    {!draft.expunge && (
      <TextRow
        field="max_num_segments"
        label={i18n.translate('watchkeeper.indexTasks.segmentsLabel', {
          defaultMessage: 'Segments in each shard',
        })}
        help={i18n.translate('watchkeeper.indexTasks.segmentsHelp', {
          defaultMessage: 'One is best for searching; more are merged sooner.',
        })}
        problems={problems}
        value={draft.segments}
        onChange={(segments) => onChange({ segments })}
      />
    )}
    {draft.sources.length > 1 && (
      <TextRow
        field="at_once"
        label={i18n.translate('watchkeeper.indexTasks.atOnceLabel', {
          defaultMessage: 'Indices at the same time',
        })}
        help={i18n.translate('watchkeeper.indexTasks.atOnceHelp', {
          defaultMessage: 'Merging takes disk and processor time: the fewer, the gentler.',
        })}
        problems={problems}
        value={draft.at_once}
        onChange={(at_once) => onChange({ at_once })}
      />
    )}
    <SwitchRow
      field="flush"
      label={i18n.translate('watchkeeper.indexTasks.flushLabel', {
        defaultMessage: 'Flush after it',
      })}
      problems={problems}
      checked={draft.flush}
      onChange={(flush) => onChange({ flush })}
    />
  </>
);

const RolloverFields: React.FC<FieldsProps> = ({ draft, problems, onChange }) => (
  <TextRow
    field="new_name"
    label={i18n.translate('watchkeeper.indexTasks.newNameLabel', {
      defaultMessage: 'Name of the new index',
    })}
    help={i18n.translate('watchkeeper.indexTasks.newNameHelp', {
      defaultMessage: 'Leave it empty to count on from the present one.',
    })}
    problems={problems}
    value={draft.target}
    onChange={(target) => onChange({ target })}
  />
);

const ResizeFields: React.FC<FieldsProps> = ({ draft, problems, onChange }) => (
  <>
    <TextRow
      field="target"
      label={i18n.translate('watchkeeper.indexTasks.targetLabel', { defaultMessage: 'New index' })}
      problems={problems}
      value={draft.target}
      onChange={(target) => onChange({ target })}
    />
    {draft.kind !== 'clone' && (
      <TextRow
        field="shards"
        label={i18n.translate('watchkeeper.indexTasks.shardsLabel', {
          defaultMessage: 'Primary shards of the new index',
        })}
        problems={problems}
        value={draft.shards}
        onChange={(shards) => onChange({ shards })}
      />
    )}
    <TextRow
      field="replicas"
      label={i18n.translate('watchkeeper.indexTasks.replicasLabel', {
        defaultMessage: 'Replicas of the new index',
      })}
      placeholder={i18n.translate('watchkeeper.indexTasks.replicasPlaceholder', {
        defaultMessage: 'As many as the index has',
      })}
      problems={problems}
      value={draft.replicas}
      onChange={(replicas) => onChange({ replicas })}
    />
  </>
);

/** What a kind of task is asked beside its indices. */
export const KindFields: React.FC<FieldsProps> = (props) => {
  switch (props.draft.kind) {
    case 'force_merge':
      return <MergeFields {...props} />;
    case 'rollover':
      return <RolloverFields {...props} />;
    case 'reindex':
      return <ReindexFields {...props} />;
    default:
      return <ResizeFields {...props} />;
  }
};
