import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import type { AcknowledgeAllAnswer } from '../../common/alerts/api';
import { useToasts } from '../shared/toasts';
import { useMonitorsApi } from './monitors_api';

type Acknowledged = AcknowledgeAllAnswer['acknowledged'];

const doneTitle = (count: number): string =>
  i18n.translate('watchkeeper.bulk.acknowledgedTitle', {
    defaultMessage:
      '{count, plural, =0 {There was no alert to acknowledge} one {Acknowledged # alert} other {Acknowledged # alerts}}',
    values: { count },
  });

const notTakenBackTitle = (): string =>
  i18n.translate('watchkeeper.bulk.notTakenBackTitle', {
    defaultMessage: 'Not every acknowledgement was taken back',
  });

/** Says what was acknowledged, with a way back. */
export const useTellAcknowledged = (): ((acknowledged: Acknowledged) => void) => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const toasts = useToasts();
  return useCallback(
    (acknowledged) => {
      const takeBack = async () => {
        try {
          const { failed } = await api.unacknowledge(acknowledged);
          const reasons = [...new Set(failed.map(({ reason }) => reason))];
          if (failed.length > 0) toasts.warning(notTakenBackTitle(), reasons.join(' '));
        } catch (error) {
          toasts.failure(notTakenBackTitle(), error);
        }
        await client.invalidateQueries(['monitors']);
      };
      const title = doneTitle(acknowledged.length);
      if (acknowledged.length === 0) toasts.success(title);
      else toasts.undoable(title, () => void takeBack());
    },
    [api, client, toasts]
  );
};

/** Acknowledges whatever alert of a monitor can be, with one click and a way back. */
export const useAcknowledgeAll = (): ((monitorId: string) => Promise<void>) => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const toasts = useToasts();
  const tell = useTellAcknowledged();
  return useCallback(
    async (monitorId) => {
      const title = i18n.translate('watchkeeper.bulk.notAcknowledgedTitle', {
        defaultMessage: 'Nothing was acknowledged',
      });
      try {
        const { acknowledged, failed } = await api.acknowledgeAll([monitorId]);
        if (failed.length > 0) toasts.warning(title, failed[0].reason);
        else tell(acknowledged);
      } catch (error) {
        toasts.failure(title, error);
      }
      await client.invalidateQueries(['monitors']);
    },
    [api, client, tell, toasts]
  );
};
