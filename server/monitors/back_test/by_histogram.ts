import { WatchkeeperError, messageOf } from '../../../common/errors';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { RebuiltAnswers } from '../../../common/monitors/back_test/histogram/answers';
import type { Missing } from '../../../common/monitors/back_test/histogram/answers';
import { TooManyGroups } from '../../../common/monitors/back_test/histogram/metric_answers';
import { edgeTexts } from '../../../common/monitors/back_test/histogram/form';
import type { HistogramForm } from '../../../common/monitors/back_test/histogram/form';
import { not } from '../../../common/monitors/back_test/histogram/window_range';
import type { Found } from '../../../common/monitors/back_test/histogram/window_range';
import { Replay } from '../../../common/monitors/back_test/replay';
import { withoutDocuments } from '../../../common/monitors/back_test/without_documents';
import type { SearchMonitor } from '../../../common/monitors/monitor';
import { compileQuery, renderQuery } from '../../../common/monitors/query';
import type { Cluster } from '../../cluster/types';
import type { Prepared, SearchAnswer } from '../kinds/prepared';
import { isOfIndices } from '../run_query';
import { judgeWindow } from './judge_window';
import { patientSearch } from './patient_search';
import type { BackTestDeps, BackTestJob, Pace } from './types';

/** A histogram over weeks may take longer than a run's search. Seconds. */
const LONGEST = 60;

/** Asking takes about so much of the whole. */
const ASKING = 0.6;

type Responses = Record<string, unknown>[];

interface FieldCaps {
  fields?: Record<string, Record<string, unknown>>;
}

/** What a search of a window would say as well. */
const isFinal = (error: unknown): boolean =>
  error instanceof WatchkeeperError &&
  (error.code === 'cluster_unreachable' || isOfIndices(String(error.details.type)));

/** Of another type than a plain date, windows and cells do not begin at the same instants. */
const dateProblem = async (
  { cluster }: BackTestDeps,
  indices: readonly string[],
  field: string
): Promise<string | undefined> => {
  try {
    const { body } = await cluster.request<FieldCaps>({
      method: 'GET',
      path: `/${indices.map(encodeURIComponent).join(',')}/_field_caps`,
      query: { fields: field },
    });
    const types = Object.keys(body.fields?.[field] ?? {});
    if (types.every((type) => type === 'date' || type === 'unmapped')) return undefined;
    return `The field ${field} is of type ${types.join(' and ')}, not a plain date.`;
  } catch (error) {
    if (isFinal(error)) throw error;
    return `Whether ${field} is a date, the cluster does not say: ${messageOf(error)}`;
  }
};

/** Judges who ask the cluster need the answers to their own searches: that is for the other way. */
const noCluster = (missing: Missing): Cluster => {
  const refuse = () => {
    missing.looked = true;
    return Promise.reject(new WatchkeeperError('cluster_refused', 'Nothing is asked here.'));
  };
  return { request: refuse, text: refuse };
};

const nextOf = (answers: RebuiltAnswers): Found<SearchAnswer> => {
  try {
    return { kind: 'found', value: { ...answers.shift(), took: 0 } };
  } catch (error) {
    if (error instanceof TooManyGroups) return not(error.message);
    throw error;
  }
};

/** Judges every window by answers that are put together from a few date histograms. */
export class ByHistogram {
  private readonly replay: Replay;
  private readonly job: BackTestJob & { monitor: SearchMonitor };
  private took = 0;
  private searches = 0;
  private toldWithoutDocuments = false;

  constructor(
    private readonly deps: BackTestDeps,
    job: BackTestJob & { monitor: SearchMonitor },
    private readonly prepared: Prepared,
    private readonly form: HistogramForm
  ) {
    this.job = job;
    const { monitor, id } = job;
    const replayed = form.showsDocuments ? withoutDocuments(monitor) : monitor;
    this.replay = new Replay(replayed, id, deps.baseUrl);
  }

  /**
   * @returns why it cannot be done this way, where that shows only now
   * @throws WatchkeeperError `cluster_unreachable`, `too_busy`
   */
  async run(pace: Pace): Promise<string | undefined> {
    const { form, job } = this;
    const { indices } = job.monitor.inputs[0].search;
    const problem = await dateProblem(this.deps, indices, form.range.field);
    if (problem !== undefined) return problem;
    const asked = await this.askAll(pace);
    if (asked.kind === 'not') return asked.reason;
    const rebuilt = RebuiltAnswers.from(form, asked.value);
    if (rebuilt.kind === 'not') return rebuilt.reason;
    return pace.isOver() ? undefined : this.judgeAll(rebuilt.value, pace);
  }

  result(): BackTestResult {
    const { searches, took, toldWithoutDocuments } = this;
    const replayed = this.replay.result();
    const note =
      'Messages that show documents were counted, but rendered without them: histograms have no documents.';
    return {
      ...replayed,
      notes: toldWithoutDocuments ? [...replayed.notes, note] : replayed.notes,
      method: { kind: 'histogram', searches },
      took,
    };
  }

  private async askAll(
    pace: Pace
  ): Promise<Found<{ cells: Responses; edges: Responses; empty?: Record<string, unknown> }>> {
    const { form } = this;
    const { empty } = form;
    const cells = await this.askEach(form.cells, pace, 0);
    if (cells.kind === 'not') return cells;
    const edges = await this.askEach(edgeTexts(form, cells.value), pace, 1);
    if (edges.kind === 'not') return edges;
    const rest = await this.askEach(empty === undefined ? [] : [empty], pace, 1);
    if (rest.kind === 'not') return rest;
    const [first] = rest.value;
    return {
      kind: 'found',
      value: { cells: cells.value, edges: edges.value, ...(first ? { empty: first } : {}) },
    };
  }

  /** @param half which half of the asking this is, 0 or 1 */
  private async askEach(
    texts: readonly string[],
    pace: Pace,
    half: number
  ): Promise<Found<Responses>> {
    const responses: Responses = [];
    for (const [i, text] of texts.entries()) {
      if (pace.isOver()) return not('It was stopped.');
      const asked = await this.ask(text);
      if (asked.kind === 'not') return asked;
      responses.push(asked.value);
      pace.progress((ASKING / 2) * (half + (i + 1) / texts.length));
      await pace.breathe();
    }
    return { kind: 'found', value: responses };
  }

  private async ask(text: string): Promise<Found<Record<string, unknown>>> {
    const { deps, job } = this;
    const seconds = Math.max(deps.timeoutSeconds, LONGEST);
    const { indices } = job.monitor.inputs[0].search;
    const body = renderQuery(compileQuery(text, seconds), job.runs[0].window);
    this.searches += 1;
    const [outcome] = await patientSearch(deps.cluster, [{ indices, body }], seconds * 1000);
    this.took += outcome.took ?? 0;
    return outcome.kind === 'answer'
      ? { kind: 'found', value: outcome.response }
      : not(`The cluster did not answer a date histogram: ${outcome.problem.message}`);
  }

  private async judgeAll(answers: RebuiltAnswers, pace: Pace): Promise<string | undefined> {
    const { deps, prepared, replay } = this;
    const { runs } = this.job;
    const { missing } = answers;
    const asking = { ...deps, cluster: noCluster(missing) };
    for (const [i, run] of runs.entries()) {
      if (pace.isOver()) return undefined;
      const answer = nextOf(answers);
      if (answer.kind === 'not') return answer.reason;
      const { finding } = await judgeWindow(asking, prepared, replay, run, answer.value);
      if (missing.looked) {
        return 'A condition looks at documents, or at something else that only the answer to its own search has.';
      }
      replay.step(run, finding);
      if (missing.looked) this.toldWithoutDocuments = true;
      missing.looked = false;
      pace.progress(ASKING + ((1 - ASKING) * (i + 1)) / runs.length);
      await pace.breathe();
    }
    return undefined;
  }
}
