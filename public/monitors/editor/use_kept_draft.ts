import { useCallback, useEffect, useRef, useState } from 'react';
import type { MonitorRecord } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { usePluginStatus } from '../../shared/plugin_status';
import { useServices } from '../../shared/services';
import { dropDraft, keepDraft, keptDraft } from './kept_draft';
import type { KeptDraft } from './kept_draft';

const PAUSE = 500;

export interface KeptDraftState {
  /** What was left here before, until somebody has said what to do with it. */
  offer: KeptDraft | undefined;
  take: () => void;
  discard: () => void;
}

interface Input {
  record: MonitorRecord | undefined;
  /** What the editor began with. */
  initial: Monitor;
  draft: Monitor;
  dirty: boolean;
  onTake: (monitor: Monitor) => void;
}

/**
 * Keeps what is being written where a closed tab, a reload or an expired session cannot take it, and offers it back. It
 * is dropped when it is saved, and when somebody leaves the page for another: that has been asked.
 */
export const useKeptDraft = ({ record, initial, draft, dirty, onTake }: Input): KeptDraftState => {
  const id = record?.id ?? '';
  const { history } = useServices();
  const user = usePluginStatus().data?.user.name;
  const [offer, setOffer] = useState(() => keptDraft(id, initial, Date.now()));
  const now = useRef({ draft, dirty, user, version: record?.version });
  now.current = { draft, dirty, user, version: record?.version };

  const keep = useCallback(() => {
    const { draft: monitor, user: who, version } = now.current;
    keepDraft(id, {
      at: Date.now(),
      ...(version === undefined ? {} : { version }),
      ...(who === undefined ? {} : { user: who }),
      monitor,
    });
  }, [id]);

  useEffect(() => {
    if (!dirty) return undefined;
    const timer = setTimeout(keep, PAUSE);
    return () => {
      clearTimeout(timer);
      // What was written and taken back is not unsaved.
      if (!now.current.dirty) dropDraft(id);
    };
  }, [draft, dirty, keep, id]);

  useEffect(() => {
    const { pathname } = history.location;
    const flush = () => {
      if (now.current.dirty) keep();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      // A page that broke is where it was; its draft stays.
      if (now.current.dirty && history.location.pathname !== pathname) dropDraft(id);
    };
  }, [history, keep, id]);

  const isMine = offer?.user === undefined || user === undefined || offer.user === user;
  return {
    offer: isMine ? offer : undefined,
    take: () => {
      if (offer) onTake(offer.monitor);
      setOffer(undefined);
    },
    discard: () => {
      setOffer(undefined);
      if (!dirty) dropDraft(id);
    },
  };
};
