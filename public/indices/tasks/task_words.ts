import { i18n } from '@osd/i18n';
import type { StepWhat } from '../../../common/indices/tasks/steps';
import type {
  StepState,
  TaskKindName,
  TaskProgress,
  TaskStep,
} from '../../../common/indices/tasks/task_record';
import type { TaskView } from '../../../common/indices/tasks/tasks_api';
import { formatBytes, formatCount } from '../../shared/numbers';

export const KIND_ICONS: Readonly<Record<TaskKindName, string>> = {
  force_merge: 'merge',
  reindex: 'copy',
  rollover: 'push',
  clone: 'layers',
  shrink: 'minimize',
  split: 'expand',
};

export const kindLabel = (kind: TaskKindName): string => {
  switch (kind) {
    case 'force_merge':
      return i18n.translate('watchkeeper.indexTasks.forceMergeLabel', {
        defaultMessage: 'Force merge',
      });
    case 'reindex':
      return i18n.translate('watchkeeper.indexTasks.reindexLabel', { defaultMessage: 'Reindex' });
    case 'rollover':
      return i18n.translate('watchkeeper.indexTasks.rolloverLabel', {
        defaultMessage: 'Roll over',
      });
    case 'clone':
      return i18n.translate('watchkeeper.indexTasks.cloneLabel', { defaultMessage: 'Clone' });
    case 'shrink':
      return i18n.translate('watchkeeper.indexTasks.shrinkLabel', { defaultMessage: 'Shrink' });
    default:
      return i18n.translate('watchkeeper.indexTasks.splitLabel', { defaultMessage: 'Split' });
  }
};

/** What it does, for whoever has not done it before. */
export const kindText = (kind: TaskKindName): string => {
  switch (kind) {
    case 'force_merge':
      return i18n.translate('watchkeeper.indexTasks.forceMergeText', {
        defaultMessage:
          'Merges the segments of each shard into a few. Searches get faster and deleted documents go. For indices that are not written any more.',
      });
    case 'reindex':
      return i18n.translate('watchkeeper.indexTasks.reindexText', {
        defaultMessage:
          'Copies documents from one or several indices into another: after a change of the mapping, or to put small indices together.',
      });
    case 'rollover':
      return i18n.translate('watchkeeper.indexTasks.rolloverText', {
        defaultMessage:
          'Makes a new index, into which the alias or data stream is written from now on.',
      });
    case 'clone':
      return i18n.translate('watchkeeper.indexTasks.cloneText', {
        defaultMessage: 'Makes a second index with the same documents, settings and mapping.',
      });
    case 'shrink':
      return i18n.translate('watchkeeper.indexTasks.shrinkText', {
        defaultMessage: 'Makes a new index with the same documents in fewer primary shards.',
      });
    default:
      return i18n.translate('watchkeeper.indexTasks.splitText', {
        defaultMessage: 'Makes a new index with the same documents in more primary shards.',
      });
  }
};

/** How a task stands; one that nobody takes further is said to have stopped. */
export const stateLabel = ({ state, stopped }: Pick<TaskView, 'state' | 'stopped'>): string => {
  if (stopped) {
    return i18n.translate('watchkeeper.indexTasks.stoppedLabel', { defaultMessage: 'Stopped' });
  }
  switch (state) {
    case 'running':
      return i18n.translate('watchkeeper.indexTasks.runningLabel', { defaultMessage: 'Running' });
    case 'done':
      return i18n.translate('watchkeeper.indexTasks.doneLabel', { defaultMessage: 'Done' });
    case 'failed':
      return i18n.translate('watchkeeper.indexTasks.failedLabel', { defaultMessage: 'Failed' });
    case 'cancelled':
      return i18n.translate('watchkeeper.indexTasks.cancelledLabel', {
        defaultMessage: 'Cancelled',
      });
    default:
      return i18n.translate('watchkeeper.indexTasks.lostLabel', { defaultMessage: 'Lost' });
  }
};

export const stateColor = ({ state, stopped }: Pick<TaskView, 'state' | 'stopped'>): string => {
  if (stopped || state === 'lost') return 'warning';
  if (state === 'failed') return 'danger';
  if (state === 'running') return 'primary';
  return state === 'done' ? 'success' : 'hollow';
};

export const stepStateLabel = (state: StepState): string => {
  if (state === 'waiting') {
    return i18n.translate('watchkeeper.indexTasks.waitingLabel', { defaultMessage: 'Waiting' });
  }
  if (state === 'skipped') {
    return i18n.translate('watchkeeper.indexTasks.skippedLabel', { defaultMessage: 'Not begun' });
  }
  return stateLabel({ state, stopped: false });
};

/** What a step does, as a sentence without an end. */
export const stepLabel = (what: StepWhat): string => {
  const { index } = what;
  switch (what.do) {
    case 'force_merge':
      return i18n.translate('watchkeeper.indexTasks.mergeStep', {
        defaultMessage: 'Merge the segments of {index}',
        values: { index },
      });
    case 'create':
      return i18n.translate('watchkeeper.indexTasks.createStep', {
        defaultMessage: 'Make the index {index}',
        values: { index },
      });
    case 'reindex':
      return i18n.translate('watchkeeper.indexTasks.copyStep', {
        defaultMessage: 'Copy the documents of {sources} into {index}',
        values: { index, sources: what.sources.join(', ') },
      });
    case 'rollover':
      return what.new_name === undefined
        ? i18n.translate('watchkeeper.indexTasks.rolloverStep', {
            defaultMessage: 'Roll {index} over',
            values: { index },
          })
        : i18n.translate('watchkeeper.indexTasks.rolloverToStep', {
            defaultMessage: 'Roll {index} over to {name}',
            values: { index, name: what.new_name },
          });
    case 'gather':
      return i18n.translate('watchkeeper.indexTasks.gatherStep', {
        defaultMessage: 'Bring a copy of every shard of {index} to {node}',
        values: { index, node: what.node },
      });
    case 'block':
      return i18n.translate('watchkeeper.indexTasks.blockStep', {
        defaultMessage: 'Refuse writes to {index}',
        values: { index },
      });
    case 'resize':
      return i18n.translate('watchkeeper.indexTasks.resizeStep', {
        defaultMessage: 'Make {target} of the files of {index}',
        values: { index, target: what.target },
      });
    case 'recover':
      return i18n.translate('watchkeeper.indexTasks.recoverStep', {
        defaultMessage: 'Wait for the shards of {index}',
        values: { index },
      });
    default:
      return i18n.translate('watchkeeper.indexTasks.restoreStep', {
        defaultMessage: 'Put the settings of {index} back',
        values: { index },
      });
  }
};

export const progressText = ({ done, total, unit }: TaskProgress): string => {
  if (unit === 'bytes') {
    return i18n.translate('watchkeeper.indexTasks.bytesText', {
      defaultMessage: '{done} of {total}',
      values: { done: formatBytes(done), total: formatBytes(total) },
    });
  }
  const values = { done: formatCount(done), total: formatCount(total) };
  return unit === 'documents'
    ? i18n.translate('watchkeeper.indexTasks.documentsText', {
        defaultMessage: '{done} of {total} documents',
        values,
      })
    : i18n.translate('watchkeeper.indexTasks.shardsText', {
        defaultMessage: '{done} of {total} shards',
        values,
      });
};

/** What has come of a step: numbers of documents, the new index. */
export const resultText = ({ what, result, state }: TaskStep): string | undefined => {
  if (!result) return undefined;
  if (what.do === 'reindex') {
    const [created, updated, conflicts] = ['created', 'updated', 'conflicts'].map((key) =>
      Number(result[key] ?? 0)
    );
    return i18n.translate('watchkeeper.indexTasks.copiedText', {
      defaultMessage:
        '{created, number} documents created, {updated, number} overwritten, {conflicts, number} in conflict',
      values: { created, updated, conflicts },
    });
  }
  return what.do === 'rollover' && state === 'done'
    ? i18n.translate('watchkeeper.indexTasks.rolledText', {
        defaultMessage: 'Now written: {name}',
        values: { name: String(result.new_index ?? '') },
      })
    : undefined;
};
