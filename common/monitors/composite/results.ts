import { isRecord } from '../../json/record';
import type { DelegateOutcomes } from './judge';

export interface DelegateResult {
  /** Null where it is not there. */
  name: string | null;
  /** Null where that is not known. */
  triggered: boolean | null;
  error: string | null;
  error_code: string | null;
}

/** `ctx.results[0]` of a composite monitor. */
export interface CompositeResult {
  /** By id: what each came to. */
  monitors: Record<string, DelegateResult>;
  alertGeneratingMonitors: string[];
  monitorIdToAlertIdsMap: Record<string, string[]>;
}

export const compositeResult = (outcomes: DelegateOutcomes): CompositeResult => {
  const all = [...outcomes.values()];
  const firing = all.filter(({ fires }) => fires);
  return {
    monitors: Object.fromEntries(
      all.map(({ id, name, fires, problem }) => [
        id,
        {
          name: name ?? null,
          triggered: fires ?? null,
          error: problem?.message ?? null,
          error_code: problem?.code ?? null,
        },
      ])
    ),
    alertGeneratingMonitors: firing.map(({ id }) => id),
    monitorIdToAlertIdsMap: Object.fromEntries(
      firing.map(({ id, alertIds }) => [id, [...alertIds]])
    ),
  };
};

const isDelegate = (value: unknown): value is DelegateResult =>
  isRecord(value) && 'triggered' in value && 'error' in value;

/** What the results of a composite monitor say about the others, by id. */
export const delegatesOfResults = (
  results: readonly unknown[]
): Readonly<Record<string, DelegateResult | undefined>> => {
  const [result] = results;
  const monitors = isRecord(result) && isRecord(result.monitors) ? result.monitors : {};
  return Object.fromEntries(
    Object.entries(monitors).map(([id, found]) => [id, isDelegate(found) ? found : undefined])
  );
};

/** The variables of messages that only composite monitors have, with the names of OpenSearch Alerting. */
export const compositeVariables = (results: readonly unknown[]): Record<string, unknown> => {
  const [result] = results;
  const { alertGeneratingMonitors = [], monitorIdToAlertIdsMap = {} } = isRecord(result)
    ? result
    : {};
  return { alertGeneratingMonitors, monitorIdToAlertIdsMap };
};
