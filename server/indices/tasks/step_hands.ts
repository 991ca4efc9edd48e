import { WatchkeeperError, messageOf } from '../../../common/errors';
import { requestOf, watchOf } from '../../../common/indices/tasks/steps';
import type { StepRequest, StepWhat } from '../../../common/indices/tasks/steps';
import type { TaskStep } from '../../../common/indices/tasks/task_record';
import type { Cluster } from '../../cluster/types';
import { isThereAlready } from '../cluster_answers';
import { lookAt } from './step_look';

/** What a step becomes by being sent or looked at. */
export type StepChange = Partial<
  Pick<TaskStep, 'state' | 'task_id' | 'progress' | 'reason' | 'result'>
>;

/** Changes of the cluster's state wait for its other changes. */
const PATIENCE_MS = 120_000;
/** Where the cluster answers only when all is done. */
const LONG_MS = 24 * 3_600_000;

interface Answer {
  acknowledged?: boolean;
  task?: string;
  new_index?: string;
  rolled_over?: boolean;
  _shards?: { failed?: number };
}

/** Sends steps as one caller and follows them. Remembers what the cluster answers only at the end. */
export class StepHands {
  private readonly awaited = new Map<StepWhat, StepChange | 'not yet'>();

  constructor(private readonly asCaller: Cluster) {}

  /**
   * @param again it may have been sent before
   * @throws WatchkeeperError where it is not known whether it arrived, or the credentials are not accepted
   */
  async send(what: StepWhat, again: boolean): Promise<StepChange> {
    const request = requestOf(what);
    if (!request) return { state: 'running' };
    try {
      if (watchOf(what) === 'task') return await this.begin(what, request);
      const { body } = await this.asCaller.request<Answer>(request, { timeoutMs: PATIENCE_MS });
      if (watchOf(what) !== 'answer') return { state: 'running' };
      return {
        state: 'done',
        ...(body.new_index ? { result: { new_index: body.new_index } } : {}),
      };
    } catch (error) {
      if (!(error instanceof WatchkeeperError)) throw error;
      if (error.code === 'cluster_unreachable' || error.code === 'unauthenticated') throw error;
      if (await this.isDoneAlready(what, error, again)) return { state: 'done' };
      return { state: 'failed', reason: error.message };
    }
  }

  /** @throws WatchkeeperError where nothing can be said now */
  async look(step: TaskStep): Promise<StepChange> {
    const answered = this.awaited.get(step.what);
    if (answered !== undefined && answered !== 'not yet') return answered;
    return lookAt(this.asCaller, step);
  }

  /** @throws WatchkeeperError where the caller may not, or the cluster does not answer */
  async cancel(taskId: string): Promise<void> {
    // What has ended meanwhile needs no cancelling.
    await this.asCaller.request(
      { method: 'POST', path: `/_tasks/${taskId}/_cancel` },
      { ignore: [404] }
    );
  }

  private async begin(what: StepWhat, request: StepRequest): Promise<StepChange> {
    try {
      const { body } = await this.asCaller.request<Answer>(
        { ...request, query: { ...request.query, wait_for_completion: false } },
        { timeoutMs: PATIENCE_MS }
      );
      return { state: 'running', ...(body.task ? { task_id: body.task } : {}) };
    } catch (error) {
      if (!/unrecognized parameter.*wait_for_completion/.test(messageOf(error))) throw error;
    }
    this.await(what, request);
    return { state: 'running' };
  }

  /** Older clusters merge while the request waits. */
  private await(what: StepWhat, request: StepRequest): void {
    this.awaited.set(what, 'not yet');
    this.asCaller.request<Answer>(request, { timeoutMs: LONG_MS }).then(
      ({ body }) => {
        const failed = body._shards?.failed ?? 0;
        this.awaited.set(
          what,
          failed > 0 ? { state: 'failed', reason: `${failed} shards failed.` } : { state: 'done' }
        );
      },
      (error: unknown) => void this.awaited.set(what, { state: 'failed', reason: messageOf(error) })
    );
  }

  /** The answer to the first sending was lost: what it made is there. */
  private async isDoneAlready(
    what: StepWhat,
    error: WatchkeeperError,
    again: boolean
  ): Promise<boolean> {
    if (!isThereAlready(error)) return false;
    if (what.do !== 'resize') return again;
    const { body } = await this.asCaller.request<
      Record<string, { settings?: Record<string, unknown> }>
    >({
      ...{ method: 'GET', path: `/${encodeURIComponent(what.target)}/_settings` },
      query: { flat_settings: true },
    });
    return body[what.target]?.settings?.['index.resize.source.uuid'] === what.uuid;
  }
}
