import { parseLossless, stringifyLossless } from '../../../../common/json/lossless';
import { isRecord } from '../../../../common/json/record';
import type { Alert } from '../../../../common/alerts/alert';
import type { DryRun } from '../../../../common/monitors/api';

/** What a run that is made again shows of an alert: some texts of JSON, or how much there was. */
export interface Found {
  /** Documents, buckets, or the answer. */
  parts: string[];
  /** How many of them are documents, and how many there were. */
  documents: number;
  hits?: number;
}

const MOST_SHOWN = 5;

const pretty = (value: unknown): string => stringifyLossless(value, 2);

const member = (value: unknown, name: string): unknown =>
  isRecord(value) ? value[name] : undefined;

const documentsOf = (answer: unknown): unknown[] => {
  const hits = member(member(answer, 'hits'), 'hits');
  return Array.isArray(hits) ? hits : [];
};

const contentOf = (alert: Alert, { verdicts }: DryRun): string | undefined => {
  const verdict = verdicts.find(({ triggerId }) => triggerId === alert.trigger_id);
  if (verdict?.kind !== 'judged') return undefined;
  return verdict.groups.find(({ key }) => key === (alert.group_key ?? ''))?.content;
};

/** The bucket of the alert's group, else the documents that came back, else the answer's aggregations. */
export const foundBy = (alert: Alert, run: DryRun): Found => {
  const content = contentOf(alert, run);
  if (content !== undefined) return { parts: [pretty(parseLossless(content))], documents: 0 };
  const [answer] = parseLossless(run.results) as unknown[];
  const documents = documentsOf(answer);
  const hits = run.hits === undefined ? {} : { hits: run.hits };
  if (documents.length > 0) {
    const shown = documents.slice(0, MOST_SHOWN).map((one) => member(one, '_source') ?? one);
    return { parts: shown.map((one) => pretty(one)), documents: shown.length, ...hits };
  }
  const rest = member(answer, 'aggregations') ?? (member(answer, 'hits') ? undefined : answer);
  return { parts: rest === undefined ? [] : [pretty(rest)], documents: 0, ...hits };
};
