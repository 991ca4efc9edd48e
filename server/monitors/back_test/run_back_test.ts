import { planHistogram } from '../../../common/monitors/back_test/plan';
import { caveatsOf } from '../../../common/monitors/back_test/replayable';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { isSearchMonitor } from '../../../common/monitors/monitor';
import type { Prepared } from '../kinds/prepared';
import { prepareMonitor } from '../kinds/registry';
import { ByHistogram } from './by_histogram';
import { WindowByWindow } from './by_windows';
import type { BackTestDeps, BackTestJob, Pace } from './types';

/** One back-test: what it does, and what it knows so far. */
export class BackTestRun {
  private way: { result(): BackTestResult } | undefined;

  constructor(
    private readonly deps: BackTestDeps,
    private readonly job: BackTestJob
  ) {}

  /**
   * From date histograms where the form of the monitor allows it, else window by window. Ends early when the pace says
   * so.
   *
   * @throws WatchkeeperError `invalid_input`, `cluster_refused`, `cluster_unreachable`, `too_busy`
   */
  async run(pace: Pace): Promise<void> {
    const { deps, job } = this;
    const { timeoutSeconds } = deps;
    const prepared = prepareMonitor(job.monitor, { id: job.id ?? '', timeoutSeconds });
    const reason = await this.byHistogram(prepared, pace);
    if (reason === undefined || pace.isOver()) return;
    const way = new WindowByWindow(deps, job, prepared, reason);
    this.way = way;
    pace.progress(0);
    await way.run(pace);
  }

  /** Undefined where nothing is known yet. */
  result(): BackTestResult | undefined {
    const result = this.way?.result();
    return result && { ...result, notes: [...caveatsOf(this.job.monitor), ...result.notes] };
  }

  /** @returns why it has to be done window by window */
  private async byHistogram(prepared: Prepared, pace: Pace): Promise<string | undefined> {
    const { deps, job } = this;
    const { monitor } = job;
    const form = planHistogram(monitor, job.runs);
    if (form.kind === 'not') return form.reason;
    if (!isSearchMonitor(monitor)) return 'It makes no search of its own.';
    const way = new ByHistogram(deps, { ...job, monitor }, prepared, form.value);
    this.way = way;
    return way.run(pace);
  }
}
