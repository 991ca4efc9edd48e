import { WatchkeeperError } from '../../../common/errors';
import { parseLossless } from '../../../common/json/lossless';
import { clusterResult, emptyResult } from '../../../common/monitors/cluster_metrics/answer';
import { readUri } from '../../../common/monitors/cluster_metrics/uri';
import type { ClusterCall } from '../../../common/monitors/cluster_metrics/uri';
import type { ClusterMetricsMonitor } from '../../../common/monitors/monitor';
import { reasonOf } from '../../cluster/errors';
import type { ClusterErrorBody } from '../../cluster/errors';
import type { Cluster } from '../../cluster/types';
import { ScriptedTrigger } from './scripted_trigger';
import type { Inquiry, PrepareOptions, Prepared } from './prepared';

/** The health of an index that is not there comes with this status, and says so. */
const TIMED_OUT = 408;
const NOT_FOUND = 404;

/** Well before our own patience ends, so that there is an answer. */
const LONGEST_WAIT_MS = 5000;

const NO_INDEX = 'index_not_found_exception';

const refusedBody = (body: string): ClusterErrorBody => {
  try {
    return JSON.parse(body) as ClusterErrorBody;
  } catch {
    return { error: body.slice(0, 500) };
  }
};

/** An index that is not there is an empty answer, as in the alerting plugin; anything else that is missing is not. */
const absent = ({ apiType }: ClusterCall, body: string): unknown => {
  const refused = refusedBody(body);
  const { type, reason } = reasonOf(refused);
  if (type === NO_INDEX) return emptyResult(apiType);
  throw new WatchkeeperError('cluster_refused', reason, { status: NOT_FOUND, type });
};

const ask = async (cluster: Cluster, call: ClusterCall, timeoutMs: number): Promise<unknown> => {
  const { path } = call;
  const query = {
    ...call.query,
    ...(call.waits ? { timeout: `${Math.min(LONGEST_WAIT_MS, timeoutMs / 2)}ms` } : {}),
  };
  const { status, body } = await cluster.text(
    { method: 'GET', path, query },
    { ignore: [NOT_FOUND, TIMED_OUT], timeoutMs }
  );
  return status === NOT_FOUND ? absent(call, body) : parseLossless(body);
};

/**
 * One call of the allow-list, and conditions over its answer as a whole. Whoever's cluster it is makes the call: the
 * service account in a run, the author in a proof.
 *
 * @throws TypeError for what is not on the list
 */
export const prepareClusterMetrics = (
  monitor: ClusterMetricsMonitor,
  { id }: PrepareOptions
): Prepared => {
  const read = readUri(monitor.inputs[0].uri);
  if (read.kind === 'problems') {
    throw new TypeError(
      read.problems.map(({ field, message }) => `${field}: ${message}`).join(' ')
    );
  }
  const { call } = read;
  const triggers = monitor.triggers.map(
    ({ query_level_trigger: trigger }) => new ScriptedTrigger(id, monitor, trigger)
  );
  return {
    async judge(inquiry: Inquiry) {
      const body = await ask(inquiry.cluster, call, inquiry.timeoutMs);
      const { result, noData } = clusterResult(call.apiType, body);
      const results = [result];
      const verdicts = await Promise.all(
        triggers.map((trigger) => trigger.judge(inquiry, results, noData))
      );
      return { finding: { kind: 'answer', results, verdicts } };
    },
  };
};
