import { useCallback, useState } from 'react';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import type { MonitorSummary } from '../../../common/monitors/api';
import type { BulkResult, BulkVerb } from '../../../common/monitors/bulk';
import { useConfirm } from '../../shared/confirm';
import { useToasts } from '../../shared/toasts';
import { deleteQuestion } from '../monitor_actions';
import { useMonitorsApi } from '../monitors_api';
import { useTellAcknowledged } from '../use_acknowledge_all';
import { refOf } from './monitor_ref';

/** So few at once that the page can tell how far it is. */
const BATCH = 20;

export interface Progress {
  done: number;
  of: number;
}

export interface Bulk {
  /** Undefined while nothing goes on. */
  progress: Progress | undefined;
  run: (monitors: readonly MonitorSummary[], verb: BulkVerb, tags?: string[]) => Promise<void>;
  /** Asks first, and names them. */
  remove: (monitors: readonly MonitorSummary[]) => Promise<void>;
  /** All alerts that can be; the news of it has a way back. */
  acknowledge: (monitors: readonly MonitorSummary[]) => Promise<void>;
}

const doneTitle = (verb: BulkVerb, count: number): string => {
  const values = { count };
  switch (verb) {
    case 'enable':
      return i18n.translate('watchkeeper.bulk.enabledTitle', {
        defaultMessage: 'Enabled {count, plural, one {# monitor} other {# monitors}}',
        values,
      });
    case 'disable':
      return i18n.translate('watchkeeper.bulk.disabledTitle', {
        defaultMessage: 'Disabled {count, plural, one {# monitor} other {# monitors}}',
        values,
      });
    case 'delete':
      return i18n.translate('watchkeeper.bulk.deletedTitle', {
        defaultMessage: 'Deleted {count, plural, one {# monitor} other {# monitors}}',
        values,
      });
    default:
      return i18n.translate('watchkeeper.bulk.taggedTitle', {
        defaultMessage: 'Changed the tags of {count, plural, one {# monitor} other {# monitors}}',
        values,
      });
  }
};

const failedTitle = (count: number): string =>
  i18n.translate('watchkeeper.bulk.failedTitle', {
    defaultMessage: '{count, plural, one {# monitor was} other {# monitors were}} not changed',
    values: { count },
  });

const MOST_NAMED = 5;

/** Each reason once, with the monitors that it is of. */
const reasonsText = (failed: ReadonlyArray<{ name: string; reason: string }>): string =>
  [...new Set(failed.map(({ reason }) => reason))]
    .map((reason) => {
      const names = failed.filter((one) => one.reason === reason).map(({ name }) => name);
      const shown = names.slice(0, MOST_NAMED).join(', ');
      return `${reason} (${shown}${names.length > MOST_NAMED ? ', …' : ''})`;
    })
    .join(' ');

const batchesOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH)
  );

/** What is done to many monitors: in batches, with progress; what failed is said with its reason. */
export const useBulk = (): Bulk => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();
  const tell = useTellAcknowledged();
  const [progress, setProgress] = useState<Progress | undefined>();

  /** One batch after the other; a batch that fails as a whole fails for each of its monitors. */
  const inBatches = useCallback(
    async (
      monitors: readonly MonitorSummary[],
      send: (batch: MonitorSummary[]) => Promise<Array<{ id: string; reason?: string }>>
    ) => {
      const failed: Array<{ name: string; reason: string }> = [];
      setProgress({ done: 0, of: monitors.length });
      let done = 0;
      try {
        for (const batch of batchesOf(monitors)) {
          const results = await send(batch);
          results.forEach(({ id, reason }) => {
            const name = batch.find((one) => one.id === id)?.name ?? id;
            if (reason !== undefined) failed.push({ name, reason });
          });
          done += batch.length;
          setProgress({ done, of: monitors.length });
        }
      } catch (error) {
        toasts.failure(failedTitle(monitors.length - done), error);
      }
      setProgress(undefined);
      if (failed.length > 0) toasts.warning(failedTitle(failed.length), reasonsText(failed));
      await client.invalidateQueries(['monitors']);
      return done - failed.length;
    },
    [client, toasts]
  );

  const run = useCallback(
    async (monitors: readonly MonitorSummary[], verb: BulkVerb, tags?: string[]) => {
      const reasonOf = (result: BulkResult) =>
        result.ok ? { id: result.id } : { id: result.id, reason: result.message };
      const done = await inBatches(monitors, async (batch) => {
        const named = batch.map(({ id, version }) => ({ id, version }));
        const request = { verb, monitors: named, ...(tags ? { tags } : {}) };
        return (await api.bulk(request)).results.map(reasonOf);
      });
      if (done > 0) toasts.success(doneTitle(verb, done));
    },
    [api, inBatches, toasts]
  );

  const remove = useCallback(
    async (monitors: readonly MonitorSummary[]) => {
      if (await confirm(deleteQuestion(monitors.map(refOf)))) await run(monitors, 'delete');
    },
    [confirm, run]
  );

  const acknowledge = useCallback(
    async (monitors: readonly MonitorSummary[]) => {
      const taken: Array<{ id: string; monitor_id: string }> = [];
      await inBatches(monitors, async (batch) => {
        const answer = await api.acknowledgeAll(batch.map(({ id }) => id));
        taken.push(...answer.acknowledged);
        return answer.failed.map(({ monitor_id: id, reason }) => ({ id, reason }));
      });
      tell(taken);
    },
    [api, inBatches, tell]
  );

  return { progress, run, remove, acknowledge };
};
