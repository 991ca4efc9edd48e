import { invalidInput } from '../../common/errors';
import { problemsOfMonitor } from '../../common/monitors/check_monitor';
import type { Monitor } from '../../common/monitors/monitor';

/**
 * Refuses at the door what can never run, with the place and the reason.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const checkMonitor = (monitor: Monitor): void => {
  const problems = problemsOfMonitor(monitor);
  if (problems.length > 0) throw invalidInput(problems);
};
