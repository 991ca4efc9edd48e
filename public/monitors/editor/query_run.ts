import { useCallback, useMemo, useRef, useState } from 'react';
import type { QueryRun } from '../../../common/monitors/api';
import { parseLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import type { Monitor } from '../../../common/monitors/monitor';
import { intervalMs } from '../../../common/monitors/schedule';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useMonitorsApi } from '../monitors_api';
import { usableSchedule } from '../schedule/usable_schedule';
import { searchOf } from './question';

/** An answer of the cluster, kept losslessly: what conditions and messages are evaluated against. */
export interface DoneRun {
  answer: QueryRun;
  response: JsonValue;
  /** What was asked, to tell when the editor has moved on. */
  asked: string;
}

export interface RunState {
  running: boolean;
  done: DoneRun | null;
  /** Why the query, as the editor holds it now, did not run. */
  error: ApiError | null;
}

export interface QueryRunner extends RunState {
  run: () => void;
  /** The result is of another query, or of another schedule, than what the editor holds now. */
  stale: boolean;
}

/** `refused` is what was asked when the error came. */
const NOTHING: RunState & { refused: string } = {
  running: false,
  done: null,
  error: null,
  refused: '',
};

const askedOf = ({ inputs, schedule }: Monitor): string => JSON.stringify([inputs, schedule]);

/** Runs the draft's query as it is now; of several answers only that of the last question counts. */
export const useQueryRunner = (draft: Monitor): QueryRunner => {
  const api = useMonitorsApi();
  const [state, setState] = useState(NOTHING);
  const latest = useRef(0);
  const asked = askedOf(draft);

  const run = useCallback(async () => {
    const turn = (latest.current += 1);
    const settle = (next: typeof NOTHING) => {
      if (turn === latest.current) setState(next);
    };
    setState(({ done }) => ({ ...NOTHING, running: true, done }));
    try {
      const interval = intervalMs(usableSchedule(draft.schedule), Date.now());
      const answer = await api.runQuery({ search: searchOf(draft) }, interval, 0);
      const response = parseLossless(answer.response);
      settle({ ...NOTHING, done: { answer, response, asked } });
    } catch (thrown) {
      settle({ ...NOTHING, error: toApiError(thrown), refused: asked });
    }
  }, [api, draft, asked]);

  return useMemo(
    () => ({
      running: state.running,
      done: state.done,
      error: state.refused === asked ? state.error : null,
      run: () => void run(),
      stale: state.done !== null && state.done.asked !== asked,
    }),
    [state, run, asked]
  );
};
