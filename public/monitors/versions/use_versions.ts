import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MonitorRecord, MonitorVersion } from '../../../common/monitors/api';
import { useConfirm } from '../../shared/confirm';
import { useTime } from '../../shared/time';
import { useToasts } from '../../shared/toasts';
import { useMonitorsApi } from '../monitors_api';

/** Versions of a monitor, newest first. A new one has them fetched again. */
export const useVersions = ({ id, version }: MonitorRecord) => {
  const api = useMonitorsApi();
  return useQuery({
    queryKey: ['monitors', 'versions', id, version],
    queryFn: ({ signal }) => api.versions(id, signal),
    keepPreviousData: true,
  });
};

/** Asks, and saves a former version anew; the one that is there now stays in the list. */
export const useRestore = ({
  id,
  version: current,
}: MonitorRecord): ((version: MonitorVersion) => Promise<void>) => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();
  const { format } = useTime();
  return useCallback(
    async (version) => {
      const time = format(version.at);
      const yes = await confirm({
        title: i18n.translate('watchkeeper.versions.restoreTitle', {
          defaultMessage: 'Restore this version?',
        }),
        text: i18n.translate('watchkeeper.versions.restoreText', {
          defaultMessage:
            'The monitor will be as it was saved at {time}, enabled or not as it was then. What is there now stays among the versions.',
          values: { time },
        }),
        confirmLabel: i18n.translate('watchkeeper.versions.restoreButtonLabel', {
          defaultMessage: 'Restore',
        }),
      });
      if (!yes) return;
      try {
        await api.restore(id, version.id, current);
        toasts.success(
          i18n.translate('watchkeeper.versions.restoredTitle', {
            defaultMessage: 'Restored the version of {time}',
            values: { time },
          })
        );
      } catch (thrown) {
        toasts.failure(
          i18n.translate('watchkeeper.versions.restoreFailedTitle', {
            defaultMessage: 'Nothing was restored',
          }),
          thrown
        );
      }
      await client.invalidateQueries(['monitors']);
    },
    [api, client, confirm, current, format, id, toasts]
  );
};
