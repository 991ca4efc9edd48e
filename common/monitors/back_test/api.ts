import { z } from 'zod';
import { MONITORS_PATH } from '../api';

export const BACK_TEST_PATH = `${MONITORS_PATH}/_back_test`;

/** `POST /monitors/_back_test`. The monitor is parsed apart, as in `saveMonitorSchema`. Instants: epoch milliseconds. */
export const backTestSchema = z.strictObject({
  monitor: z.unknown(),
  /** Where it is saved already: what its alerts call it. */
  monitor_id: z.string().min(1).optional(),
  from: z.int({ error: 'Say from when, in epoch milliseconds.' }).min(0),
  to: z.int({ error: 'Say until when, in epoch milliseconds.' }).min(0),
});
export type BackTestRequest = z.output<typeof backTestSchema>;

/** As many windows as one back-test judges: by date histograms, and by a search for each. */
export const MOST_WINDOWS = { histogram: 50_000, windows: 2_000 } as const;
