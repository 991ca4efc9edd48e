import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useConfirm } from '../shared/confirm';
import { useToasts } from '../shared/toasts';
import { useMonitorsApi } from './monitors_api';
import type { MonitorVerb } from './monitors_api';

/** What the actions need to know of a monitor. */
export interface MonitorRef {
  id: string;
  name: string;
  open_alerts: number;
}

export interface MonitorActions {
  /** Enables, disables or adopts; afterwards everything shown is fetched again. */
  tell: (monitors: MonitorRef[], verb: MonitorVerb) => Promise<void>;
  /** Asks first; true when they are gone. */
  remove: (monitors: MonitorRef[]) => Promise<boolean>;
}

const failureTitle = (name: string): string =>
  i18n.translate('watchkeeper.monitors.actionFailedTitle', {
    defaultMessage: '“{name}” was not changed',
    values: { name },
  });

const deletedTitle = (monitors: MonitorRef[]): string =>
  i18n.translate('watchkeeper.monitors.deletedTitle', {
    defaultMessage: 'Deleted {count, plural, one {“{name}”} other {# monitors}}',
    values: { count: monitors.length, name: monitors[0]?.name },
  });

/** What is asked before monitors are deleted; it names them. */
export const deleteQuestion = (monitors: MonitorRef[]) => ({
  title: i18n.translate('watchkeeper.monitors.deleteTitle', {
    defaultMessage: 'Delete {count, plural, one {this monitor} other {# monitors}}?',
    values: { count: monitors.length },
  }),
  text: i18n.translate('watchkeeper.monitors.deleteText', {
    defaultMessage:
      'No run comes after this. {alerts, plural, =0 {There are no open alerts.} one {One open alert ends as deleted.} other {# open alerts end as deleted.}} This cannot be undone.',
    values: { alerts: monitors.reduce((sum, { open_alerts: open }) => sum + open, 0) },
  }),
  items: monitors.map(({ name }) => name),
  confirmLabel: i18n.translate('watchkeeper.monitors.deleteButtonLabel', {
    defaultMessage: 'Delete',
  }),
  danger: true,
});

/** Enable, disable, adopt and delete, for one monitor or many. A failure is said for each; the others go on. */
export const useMonitorActions = (): MonitorActions => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();

  const forEach = useCallback(
    async (monitors: MonitorRef[], act: (id: string) => Promise<unknown>) => {
      const results = await Promise.allSettled(monitors.map(({ id }) => act(id)));
      results.forEach((result, index) => {
        if (result.status === 'rejected') {
          toasts.failure(failureTitle(monitors[index].name), result.reason);
        }
      });
      return monitors.filter((_, index) => results[index].status === 'fulfilled');
    },
    [toasts]
  );

  const tell = useCallback(
    async (monitors: MonitorRef[], verb: MonitorVerb) => {
      await forEach(monitors, (id) => api.tell(id, verb));
      await client.invalidateQueries(['monitors']);
    },
    [api, client, forEach]
  );

  const remove = useCallback(
    async (monitors: MonitorRef[]) => {
      if (!(await confirm(deleteQuestion(monitors)))) return false;
      const deleted = await forEach(monitors, (id) => api.remove(id));
      if (deleted.length > 0) toasts.success(deletedTitle(deleted));
      // Not waited for: a page that asked for a monitor until now must be left before it asks again.
      void client.invalidateQueries(['monitors', 'list']);
      return deleted.length === monitors.length;
    },
    [api, client, confirm, forEach, toasts]
  );

  return { tell, remove };
};
