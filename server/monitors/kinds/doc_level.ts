import { DocumentJudge } from '../../../common/monitors/doc_level/judge';
import { planReads, rememberReads } from '../../../common/monitors/doc_level/memory';
import { rehearsalBody } from '../../../common/monitors/doc_level/search_body';
import type { DocLevelMonitor } from '../../../common/monitors/monitor';
import { actionsOf } from '../../../common/monitors/monitor';
import { systemClock } from '../../clock';
import { readFacts } from './doc_level_facts';
import { DocumentReader } from './doc_level_reader';
import type { Limits } from './doc_level_reader';
import { SearchProblem, askPage } from './doc_level_search';
import type { Search } from './doc_level_search';
import type { Inquiry, Judgement, PrepareOptions, Prepared } from './prepared';

const MOST_DOCUMENTS = 10_000;
const MOST_SOURCES = 20_000_000;
/** Of documents that are there already, for a look before a monitor runs. */
const REHEARSED = 50;

const LEFT_OUT = `More than ${MOST_DOCUMENTS} documents were new. The next run goes on where this one stopped.`;

const older = (count: number) => ({
  count,
  reason: `Looked at are the last ${REHEARSED} documents that match.`,
});

/** Every new document of the indices, matched against named queries; conditions over which of them matched. */
export const prepareDocLevel = (
  monitor: DocLevelMonitor,
  { id }: PrepareOptions,
  most = MOST_DOCUMENTS
): Prepared => {
  const { indices, queries } = monitor.inputs[0].doc_level_input;
  const judge = new DocumentJudge(id, monitor);
  // Without actions nobody is shown a document.
  const limits: Limits = {
    documents: most,
    sources: actionsOf(monitor).length > 0 ? MOST_SOURCES : 0,
  };

  const scheduled = async ({ cluster, timeoutMs, memory }: Inquiry): Promise<Judgement> => {
    const now = systemClock.now();
    const begun = { now, enabledTime: monitor.enabled_time ?? null };
    const facts = await readFacts(cluster, indices, now);
    const reader = new DocumentReader({ cluster, timeoutMs, queries }, limits);
    const { documents, left, took, reads } = await reader.read(planReads(memory, facts, begun));
    const extra = {
      ...(left > 0 ? { leftOut: { count: left, reason: LEFT_OUT } } : {}),
      ...(facts.length === 0 ? { noData: true } : {}),
    };
    return {
      took,
      hits: documents.length,
      finding: {
        kind: 'answer',
        results: judge.results(documents),
        verdicts: judge.verdicts(documents, extra),
        memory: rememberReads(memory, reads, begun),
        findings: judge.findings(documents, now),
      },
    };
  };

  return {
    async judge(inquiry) {
      try {
        return await (inquiry.rehearsal ? rehearse(inquiry) : scheduled(inquiry));
      } catch (error) {
        if (!(error instanceof SearchProblem)) throw error;
        return { finding: { kind: 'problem', problem: error.problem } };
      }
    },
  };

  /** Over the last documents that match, whenever they were written: only a search, as the caller. */
  async function rehearse({ cluster, timeoutMs }: Inquiry): Promise<Judgement> {
    const search: Search = { cluster, timeoutMs, queries };
    const seconds = Math.max(1, Math.round(timeoutMs / 1000));
    const body = rehearsalBody(queries, REHEARSED, seconds);
    const { documents, total, took } = await askPage(search, indices, body, (index) => index);
    const found = documents.reverse();
    return {
      took,
      hits: total,
      finding: {
        kind: 'answer',
        results: judge.results(found),
        verdicts: judge.verdicts(
          found,
          total > found.length ? { leftOut: older(total - found.length) } : {}
        ),
        findings: judge.findings(found, systemClock.now()),
      },
    };
  }
};
