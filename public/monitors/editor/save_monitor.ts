import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { MonitorRecord } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useMonitorsApi } from '../monitors_api';
import type { DraftState } from './draft_state';
import { showFirstProblem } from './field';

export interface Saving {
  saving: boolean;
  /** Why the last attempt failed, as long as nothing else was tried. */
  error: ApiError | null;
  /** What somebody else saved in the meantime. */
  theirs: MonitorRecord | null;
  save: () => void;
  /** The same draft again, over what they saved. */
  overwrite: () => void;
  /** Takes theirs up as the version that is being edited. */
  accept: (theirs: MonitorRecord) => void;
}

interface SavingInput {
  state: DraftState;
  /** Absent while the monitor is new. */
  record?: MonitorRecord;
  form: RefObject<HTMLElement>;
  /** What the author says about this version. */
  note: string;
  onSaved: (record: MonitorRecord) => void;
}

/** Saves the draft. Problems go to their fields; a conflict brings the other version, and nothing is lost. */
export const useSaveMonitor = ({ state, record, form, note, onSaved }: SavingInput): Saving => {
  const api = useMonitorsApi();
  const client = useQueryClient();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [theirs, setTheirs] = useState<MonitorRecord | null>(null);
  const [refusals, setRefusals] = useState(0);
  const version = useRef(record?.version ?? '');
  const id = record?.id;

  // Only once the problems stand at their fields can the first of them be found.
  useEffect(() => {
    if (refusals > 0) showFirstProblem(form.current);
  }, [refusals, form]);

  const send = useCallback(
    (monitor: Monitor) => {
      const said = note.trim() || undefined;
      return id ? api.update(id, version.current, monitor, said) : api.create(monitor, said);
    },
    [api, id, note]
  );

  const fail = useCallback(
    async (thrown: unknown) => {
      const refusal = toApiError(thrown);
      if (refusal.statusCode === 409 && id) {
        setTheirs(await api.get(id).catch(() => null));
      }
      state.report(refusal.problems);
      setError(refusal);
      setRefusals((count) => count + 1);
    },
    [api, id, state]
  );

  const attempt = useCallback(async () => {
    if (!state.check()) {
      setError(null);
      setRefusals((count) => count + 1);
      return;
    }
    setSaving(true);
    setError(null);
    setTheirs(null);
    try {
      const saved = await send(state.draft);
      void client.invalidateQueries(['monitors']);
      onSaved(saved);
    } catch (thrown) {
      await fail(thrown);
      setSaving(false);
    }
  }, [client, fail, onSaved, send, state]);

  const accept = useCallback((other: MonitorRecord) => {
    version.current = other.version;
    setTheirs(null);
    setError(null);
  }, []);

  const overwrite = useCallback(() => {
    if (theirs) version.current = theirs.version;
    void attempt();
  }, [attempt, theirs]);

  return { saving, error, theirs, save: () => void attempt(), overwrite, accept };
};
