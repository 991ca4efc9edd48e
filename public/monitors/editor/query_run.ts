import { useCallback, useMemo, useRef, useState } from 'react';
import type { DryRun, QueryRun } from '../../../common/monitors/api';
import { parseLossless, stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import { mapTriggers } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { intervalMs } from '../../../common/monitors/schedule';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useMonitorsApi } from '../monitors_api';
import type { MonitorsApi } from '../monitors_api';
import { usableSchedule } from '../schedule/usable_schedule';
import { isScripted } from './question';

/** An answer of the cluster, kept losslessly: what conditions and messages are evaluated against. */
export interface DoneRun {
  answer: QueryRun;
  response: JsonValue;
  /** What was asked, to tell when the editor has moved on. */
  asked: string;
}

/** What a whole run would find: of monitors that do more than to judge one answer by scripts. */
export interface DoneDryRun {
  answer: DryRun;
  asked: string;
}

export interface RunState {
  running: boolean;
  /** Where conditions can be worked out on this page: against this. */
  done: DoneRun | null;
  dry: DoneDryRun | null;
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
  dry: null,
  error: null,
  refused: '',
};

const UNNAMED = '-';
const LONGEST_DELAY = 3600;

/** As a run has it, so that both look at the same window; none while the field holds something else. */
const usableDelay = ({ query_delay_seconds: delay }: Monitor): number =>
  Number.isInteger(delay) && delay >= 0 && delay <= LONGEST_DELAY ? delay : 0;

/** What a dry run is asked with. Fields that are not filled in yet, and do not matter to it, would be refused. */
export const dryMonitor = (draft: Monitor): Monitor => ({
  ...mapTriggers(draft, (trigger) => ({
    ...trigger,
    name: trigger.name.trim() || UNNAMED,
    actions: [],
  })),
  name: draft.name.trim() || UNNAMED,
  schedule: usableSchedule(draft.schedule),
});

/** What decides what a run finds: of triggers the conditions, where the run judges by them. Messages do not. */
const askedOf = (draft: Monitor): string => {
  const { monitor_type: type, inputs, schedule } = draft;
  const isJudgedHere = isScripted(draft);
  const { triggers } = mapTriggers(draft, (trigger) => ({
    ...trigger,
    name: '',
    severity: '1',
    actions: [],
  }));
  return JSON.stringify([type, inputs, schedule, isJudgedHere ? [] : triggers]);
};

/** The answer of the cluster to a monitor of its metrics, as conditions see it. */
const judgedAnswer = ({ window, took = 0, hits = 0, results }: DryRun, asked: string): DoneRun => {
  const parsed = parseLossless(results);
  const response = Array.isArray(parsed) ? (parsed[0] ?? null) : parsed;
  const text = stringifyLossless(response);
  return { answer: { window, rendered_query: '', took, hits, response: text }, response, asked };
};

const runOf = async (
  api: MonitorsApi,
  draft: Monitor,
  monitorId: string,
  asked: string
): Promise<Partial<RunState>> => {
  if (draft.monitor_type === 'query_level_monitor') {
    const interval = intervalMs(usableSchedule(draft.schedule), Date.now());
    const answer = await api.runQuery(draft.inputs[0], interval, usableDelay(draft));
    return { done: { answer, response: parseLossless(answer.response), asked } };
  }
  const answer = await api.dryRun(dryMonitor(draft), monitorId);
  const isJudgedHere = isScripted(draft) && !answer.problem;
  return { dry: { answer, asked }, done: isJudgedHere ? judgedAnswer(answer, asked) : null };
};

/** Runs the draft as it is now; of several answers only that of the last question counts. */
export const useQueryRunner = (draft: Monitor, monitorId: string): QueryRunner => {
  const api = useMonitorsApi();
  const [state, setState] = useState(NOTHING);
  const latest = useRef(0);
  const asked = useMemo(() => askedOf(draft), [draft]);
  const type = draft.monitor_type;

  const run = useCallback(async () => {
    const turn = (latest.current += 1);
    const settle = (next: typeof NOTHING) => {
      if (turn === latest.current) setState(next);
    };
    setState(({ done, dry }) => ({ ...NOTHING, running: true, done, dry }));
    try {
      settle({ ...NOTHING, ...(await runOf(api, draft, monitorId, asked)) });
    } catch (thrown) {
      settle({ ...NOTHING, error: toApiError(thrown), refused: asked });
    }
  }, [api, draft, monitorId, asked]);

  return useMemo(() => {
    // What a monitor of another type found says nothing about this one.
    const isOfType = type === 'query_level_monitor' ? state.dry === null : state.dry !== null;
    const { done, dry } = isOfType ? state : NOTHING;
    const askedThen = done?.asked ?? dry?.asked;
    return {
      running: state.running,
      done,
      dry,
      error: state.refused === asked ? state.error : null,
      run: () => void run(),
      stale: askedThen !== undefined && askedThen !== asked,
    };
  }, [state, run, asked, type]);
};
