import type { Finding } from '../../findings/finding';
import { evaluateExpression, parseBooleanExpression } from '../boolean_expression';
import type { BooleanExpression, Term } from '../boolean_expression';
import type { DocQuery } from '../input';
import type { DocLevelMonitor } from '../monitor';
import type { GroupContent, GroupVerdict, Judged, Verdict } from '../verdict';
import { documentKey, documentName, findingId } from './document';
import type { FoundDocument } from './document';
import { sampleOf } from './sample_document';

type NewFinding = Omit<Finding, 'rev' | 'at'>;
type Documents = Extract<GroupContent, { kind: 'documents' }>;

/** Where all documents go into one alert: how many of them it names, and how many it shows. */
const MOST_NAMED = 1000;
const MOST_SHOWN = 50;

type Condition =
  { kind: 'expression'; expression: BooleanExpression } | { kind: 'error'; message: string };

/** Whether a term is about one of the queries that matched. What names no query is false. */
const holdsFor =
  (matched: readonly DocQuery[]) =>
  ({ subject, field, value }: Term): boolean => {
    if (subject !== 'query') return false;
    if (field === 'id') return matched.some(({ id }) => id === value);
    if (field === 'name') return matched.some(({ name }) => name === value);
    return field === 'tag' && matched.some(({ tags }) => tags.includes(value));
  };

/** What a run makes of the documents that it found. Pure: preview and run are the same. */
export class DocumentJudge {
  private readonly queries: ReadonlyMap<string, DocQuery>;
  private readonly conditions: ReadonlyMap<string, Condition>;

  constructor(
    private readonly monitorId: string,
    private readonly monitor: DocLevelMonitor
  ) {
    const { queries } = monitor.inputs[0].doc_level_input;
    this.queries = new Map(queries.map((query) => [query.id, query]));
    this.conditions = new Map(
      monitor.triggers.map(({ document_level_trigger: { id, condition } }) => [
        id,
        parseBooleanExpression(condition.script.source),
      ])
    );
  }

  /** As OpenSearch Alerting has it: by the id of the query, the documents as `id|index`. */
  results(documents: readonly FoundDocument[]): Array<Record<string, string[]>> {
    const byQuery: Record<string, string[]> = {};
    for (const document of documents) {
      for (const id of document.queryIds) (byQuery[id] ??= []).push(documentName(document));
    }
    return [byQuery];
  }

  /** One finding a document, whether a trigger cares for it or not. */
  findings(documents: readonly FoundDocument[], now: number): NewFinding[] {
    return documents.map((document) => ({
      id: findingId(this.monitorId, document),
      monitor_id: this.monitorId,
      monitor_name: this.monitor.name,
      index: document.index,
      related_doc_ids: [document.id],
      queries: this.matched(document).map(({ id, name, query, tags }) => ({
        ...{ id, name, query, tags },
      })),
      timestamp: now,
    }));
  }

  verdicts(
    documents: readonly FoundDocument[],
    extra: Pick<Judged, 'leftOut' | 'noData'>
  ): Verdict[] {
    return [...this.conditions].map(([triggerId, condition]): Verdict => {
      if (condition.kind === 'error') {
        const { message } = condition;
        return { triggerId, kind: 'problem', problem: { code: 'bad_condition', message } };
      }
      const met = documents.filter((document) => this.isMet(condition.expression, document));
      return { triggerId, kind: 'judged', groups: this.groups(met), lasting: true, ...extra };
    });
  }

  private isMet(expression: BooleanExpression, document: FoundDocument): boolean {
    return evaluateExpression(expression, holdsFor(this.matched(document))) === true;
  }

  /** In the monitor's order: the cluster names them in any. */
  private matched({ queryIds }: FoundDocument): DocQuery[] {
    return [...this.queries.values()].filter(({ id }) => queryIds.includes(id));
  }

  private groups(documents: readonly FoundDocument[]): GroupVerdict[] {
    if (!this.monitor.should_create_single_alert_for_findings) {
      return documents.map((document) => this.groupOf(document));
    }
    if (documents.length === 0) return [];
    return [
      {
        key: '',
        triggered: true,
        value: `${documents.length}`,
        measure: documents.length,
        content: this.contentOf(documents.slice(0, MOST_NAMED)),
      },
    ];
  }

  private groupOf(document: FoundDocument): GroupVerdict {
    return {
      key: documentKey(document),
      triggered: true,
      value: this.matched(document)
        .map(({ name }) => name)
        .join(', '),
      group: [
        { field: '_index', value: document.index },
        { field: '_id', value: document.id },
      ],
      content: this.contentOf([document]),
    };
  }

  private contentOf(documents: readonly FoundDocument[]): Documents {
    const ids = new Set(documents.flatMap(({ queryIds }) => queryIds));
    return {
      kind: 'documents',
      finding_ids: documents.map((document) => findingId(this.monitorId, document)),
      related_doc_ids: documents.map(documentName),
      documents: documents.slice(0, MOST_SHOWN).map(sampleOf),
      queries: [...this.queries.values()].flatMap(({ id, name, tags }) =>
        ids.has(id) ? [{ id, name, tags }] : []
      ),
    };
  }
}
