import { WatchkeeperError } from '../../../common/errors';
import type { AskSimulation } from '../../../common/lifecycle/api';
import { readSimulateAnswer } from '../../../common/lifecycle/simulate/compare_native';
import type { NativeStep } from '../../../common/lifecycle/simulate/compare_native';
import { refusal } from '../../cluster/errors';
import type { Cluster } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';
import { withoutServers } from './policies';

/** At once: the engine goes through them one after the other before it answers. */
const PAGE = 200;

/** A path that nobody handles is refused with one of these. */
const UNKNOWN_PATH = [400, 404, 405];

const isUnknown = (status: number, body: unknown): boolean =>
  status !== 400 || typeof (body as { error?: unknown }).error === 'string';

/**
 * What the engine itself says that it does next with indices, under a policy that need not be saved.
 *
 * @throws WatchkeeperError `not_found` where it has no simulation, `invalid_input` where it refuses the policy
 */
export const simulateNative = async (
  cluster: Cluster,
  dialect: Dialect,
  { body: policy, indices }: AskSimulation
): Promise<NativeStep[]> => {
  const steps: NativeStep[] = [];
  for (let from = 0; from < indices.length; from += PAGE) {
    const { status, body } = await cluster.request(
      {
        ...{ method: 'POST', path: `${dialect}/simulate` },
        body: { policy: withoutServers(policy), indices: indices.slice(from, from + PAGE) },
      },
      { ignore: UNKNOWN_PATH, timeoutMs: ISM_TIMEOUT }
    );
    if (status !== 200) throw isUnknown(status, body) ? NO_SIMULATION() : refusal(status, body);
    steps.push(...readSimulateAnswer(body));
  }
  return steps;
};

const NO_SIMULATION = (): WatchkeeperError =>
  new WatchkeeperError(
    'not_found',
    'The Index State Management of this cluster has no simulation of its own.'
  );
