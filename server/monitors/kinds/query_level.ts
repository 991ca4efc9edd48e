import type { QueryLevelMonitor } from '../../../common/monitors/monitor';
import { compileQuery, renderQuery } from '../../../common/monitors/query';
import { ScriptedTrigger } from './scripted_trigger';
import type { Inquiry, PrepareOptions, Prepared, SearchAnswer } from './prepared';

/** A search, and conditions over its answer as a whole. */
export const prepareQueryLevel = (
  monitor: QueryLevelMonitor,
  { id, timeoutSeconds }: PrepareOptions
): Prepared => {
  const [{ search }] = monitor.inputs;
  const query = compileQuery(search.query, timeoutSeconds);
  const triggers = monitor.triggers.map(
    ({ query_level_trigger: trigger }) => new ScriptedTrigger(id, monitor, trigger)
  );
  return {
    search: (window) => ({ indices: search.indices, body: renderQuery(query, window) }),

    async judge(inquiry: Inquiry, answer?: SearchAnswer) {
      const { response, took, hits } = answer ?? NOTHING;
      const results = [response];
      const verdicts = await Promise.all(
        triggers.map((trigger) => trigger.judge(inquiry, results, hits === 0))
      );
      return { took, hits, finding: { kind: 'answer', results, verdicts } };
    },
  };
};

const NOTHING: SearchAnswer = { response: {}, took: 0, hits: 0 };
