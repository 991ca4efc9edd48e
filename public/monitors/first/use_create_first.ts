import { useCallback, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import type { Monitor } from '../../../common/monitors/monitor';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useServices } from '../../shared/services';
import { useMonitorsApi } from '../monitors_api';
import { toSaveDestination } from './destination_choice';
import type { DestinationChoice } from './destination_choice';

export interface CreateFirst {
  busy: boolean;
  error: ApiError | null;
  /** What is wrong with the URL of the new destination. */
  urlProblem: string | undefined;
  create: () => void;
  /** Hands the draft on, with a destination that was typed saved first: its URL is secret, and is kept nowhere else. */
  handOver: (onDone: (draft: Monitor) => void) => void;
}

interface Input {
  /** The draft that tells this destination. */
  draftWith: (destinationId: string | undefined) => Monitor;
  choice: DestinationChoice;
  /** A new destination is one of those that are there, once it is saved. */
  onDestination: (id: string) => void;
}

const urlMissing = (): string =>
  i18n.translate('watchkeeper.first.urlMissingText', {
    defaultMessage: 'Paste the URL that messages go to, or choose to tell nobody for now.',
  });

const isOfUrl = ({ problems }: ApiError) => problems.find(({ field }) => /url/.test(field));

/** Saves the destination, if it is new, then the monitor; after a refusal neither is saved twice. */
export const useCreateFirst = ({ draftWith, choice, onDestination }: Input): CreateFirst => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const goTo = useGoTo();
  const { history } = useServices();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [urlProblem, setUrlProblem] = useState<string | undefined>();
  const running = useRef(false);

  const destinationOf = useCallback(
    async (needsUrl: boolean): Promise<string | undefined> => {
      if (choice.kind === 'none') return undefined;
      if (choice.kind === 'existing') return choice.id;
      if (choice.url.trim() === '' && !needsUrl) return '';
      const saved = await api.createDestination(toSaveDestination(choice));
      await client.invalidateQueries(['destinations']);
      onDestination(saved.id);
      return saved.id;
    },
    [api, choice, client, onDestination]
  );

  const attempt = useCallback(async (act: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    setUrlProblem(undefined);
    try {
      await act();
    } catch (thrown) {
      const refusal = toApiError(thrown);
      const ofUrl = isOfUrl(refusal);
      if (ofUrl) setUrlProblem(ofUrl.message);
      else setError(refusal);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  const create = () => {
    if (choice.kind === 'new' && choice.url.trim() === '') {
      setUrlProblem(urlMissing());
      return;
    }
    void attempt(async () => {
      const saved = await api.create(draftWith(await destinationOf(true)));
      await client.invalidateQueries(['monitors']);
      history.disarm();
      goTo(appPaths.monitor(saved.id));
    });
  };
  const handOver = (onDone: (draft: Monitor) => void) =>
    void attempt(async () => onDone(draftWith(await destinationOf(false))));
  return { busy, error, urlProblem, create, handOver };
};
