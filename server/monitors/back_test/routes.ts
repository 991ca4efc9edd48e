import { z } from 'zod';
import { invalidInput } from '../../../common/errors';
import {
  BACK_TEST_PATH,
  MOST_WINDOWS,
  backTestSchema,
} from '../../../common/monitors/back_test/api';
import type { BackTestRequest } from '../../../common/monitors/back_test/api';
import { whyNoBackTest } from '../../../common/monitors/back_test/replayable';
import { pastRuns } from '../../../common/monitors/back_test/windows';
import type { PastRun } from '../../../common/monitors/back_test/windows';
import { monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { sharedNamesOf, withSharedTemplates } from '../../../common/monitors/shared_templates';
import { parseInput } from '../../../common/parse';
import type { AddRoute } from '../../http/types';
import type { CurrentTemplates } from '../../notifications/types';
import { checkMonitor } from '../check_monitor';
import { MAX_MONITOR_BYTES } from '../routes';
import type { BackTests } from './back_tests';
import { BackTestRun } from './run_back_test';
import type { BackTestDeps, BackTestJob } from './types';

/** A back-test that takes no longer is answered at once. Milliseconds. */
const PATIENCE = 900;

const idSchema = z.object({ id: z.string().min(1) });

export type BackTestRoutesDeps = Omit<BackTestDeps, 'cluster'> & {
  backTests: BackTests;
  /** The templates that messages may name. */
  shared?: Pick<CurrentTemplates, 'templates' | 'known'>;
};

const runsOf = (monitor: Monitor, { from, to }: BackTestRequest, now: number): PastRun[] => {
  const until = Math.min(to, now);
  if (from >= until) {
    throw invalidInput([
      { field: 'from', message: 'The time must begin before it ends, and in the past.' },
    ]);
  }
  const most = MOST_WINDOWS.histogram;
  const runs = pastRuns(monitor, from, until, most + 1);
  if (runs.length > most) {
    const days = Math.floor((runs[most - 1].window.end - from) / 86_400_000);
    const message = `There are more than ${most} windows in this time. Choose ${days} days or less.`;
    throw invalidInput([{ field: 'from', message }]);
  }
  if (runs.length === 0) {
    const message = 'No window of the schedule ends in this time. Choose a longer one.';
    throw invalidInput([{ field: 'from', message }]);
  }
  return runs;
};

/** @throws WatchkeeperError `invalid_input` for what cannot run, and for what has no past */
const jobOf = (request: BackTestRequest, now: number): BackTestJob => {
  const monitor = parseInput(monitorSchema, request.monitor);
  checkMonitor(monitor);
  const why = whyNoBackTest(monitor);
  if (why !== undefined) throw invalidInput([{ field: 'monitor_type', message: why }]);
  const { monitor_id: id } = request;
  return { monitor, ...(id === undefined ? {} : { id }), runs: runsOf(monitor, request, now) };
};

/**
 * Routes of back-tests. They read user data as the caller; a back-test lives in the process that started it.
 *
 * @param deps Asked for with each request: routes are registered before the services are there.
 */
export const registerBackTestRoutes = (
  addRoute: AddRoute,
  deps: () => BackTestRoutesDeps
): void => {
  addRoute({
    method: 'post',
    path: BACK_TEST_PATH,
    privilege: 'read',
    body: backTestSchema,
    maxBytes: MAX_MONITOR_BYTES,
    handler: async ({ body, cluster, caller }) => {
      const { backTests, shared, ...rest } = deps();
      const asked = jobOf(body, rest.clock.now());
      await shared?.known(sharedNamesOf(asked.monitor));
      const job = { ...asked, monitor: withSharedTemplates(asked.monitor, shared?.templates()) };
      const run = new BackTestRun({ ...rest, cluster }, job);
      return backTests.start(run, caller.name, PATIENCE);
    },
  });

  addRoute({
    method: 'get',
    path: `${BACK_TEST_PATH}/{id}`,
    privilege: 'read',
    params: idSchema,
    handler: async ({ params, caller }) => deps().backTests.get(params.id, caller.name),
  });

  addRoute({
    method: 'post',
    path: `${BACK_TEST_PATH}/{id}/_stop`,
    privilege: 'read',
    params: idSchema,
    handler: ({ params, caller }) => deps().backTests.stop(params.id, caller.name),
  });
};
