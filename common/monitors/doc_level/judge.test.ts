import alerts from '../../../test/fixtures/alerting/doc_level/alerts.json';
import created from '../../../test/fixtures/alerting/doc_level/created.json';
import dryRun from '../../../test/fixtures/alerting/doc_level/dry_run.json';
import findings from '../../../test/fixtures/alerting/doc_level/findings.json';
import { monitorSchema } from '../monitor';
import type { DocLevelMonitor } from '../monitor';
import type { FoundDocument } from './document';
import { DocumentJudge } from './judge';
import { docLevelProblems } from './check';

/** What the real plugin was given, with ids for its triggers and actions as it gave them. */
const monitorOf = (condition?: string, change: Partial<DocLevelMonitor> = {}): DocLevelMonitor => {
  const { body } = created.request;
  const [{ document_level_trigger: trigger }] = body.triggers;
  const [action] = trigger.actions;
  const monitor = monitorSchema.parse({
    ...body,
    triggers: [
      {
        document_level_trigger: {
          ...trigger,
          id: 't',
          actions: [{ ...action, id: 'a' }],
          ...(condition === undefined ? {} : { condition: { script: { source: condition } } }),
        },
      },
    ],
  });
  if (monitor.monitor_type !== 'doc_level_monitor') throw new Error('not document-level');
  return { ...monitor, ...change };
};

const document = (id: string, queryIds: string[], seqNo = 1): FoundDocument => ({
  ...{ id, queryIds, seqNo, index: 'app-logs', origin: 'uuid.0' },
  source: { level: 'ERROR', latency: 99 },
});

/** Documents as the real plugin's queries matched them. */
const documentsOf = (byQuery: Record<string, string[]>): FoundDocument[] => {
  const names = [...new Set(Object.values(byQuery).flat())];
  return names.map((name, i) =>
    document(
      name.split('|')[0],
      Object.keys(byQuery).filter((id) => byQuery[id].includes(name)),
      i
    )
  );
};

const triggeredIds = (condition: string, documents: FoundDocument[]): string[] => {
  const [verdict] = new DocumentJudge('m', monitorOf(condition)).verdicts(documents, {});
  if (verdict.kind === 'problem') throw new Error(verdict.problem.message);
  return verdict.groups.flatMap(({ content }) =>
    content?.kind === 'documents' ? content.related_doc_ids : []
  );
};

describe('DocumentJudge', () => {
  it('fires for the documents for which the real plugin fired, and answers as it did', () => {
    const [byQuery] = dryRun.response.body.input_results.results;
    const [expected] = Object.values(dryRun.response.body.trigger_results);
    const documents = documentsOf(byQuery);
    expect(
      triggeredIds(
        created.request.body.triggers[0].document_level_trigger.condition.script.source,
        documents
      ).sort()
    ).toEqual([...expected.triggeredDocs].sort());
    const [results] = new DocumentJudge('m', monitorOf()).results(documents);
    const sorted = (lists: Record<string, string[]>) =>
      Object.entries(lists).map(([id, names]) => [id, [...names].sort()]);
    expect(sorted(results)).toEqual(sorted(byQuery));
  });

  it('names documents and queries in findings and alerts as the real plugin does', () => {
    const [{ finding }] = findings.response.body.findings;
    const [alert] = alerts.response.body.alerts;
    const judge = new DocumentJudge('m', monitorOf());
    const found = [document(finding.related_doc_ids[0], ['q-err', 'q-slow'])];
    const [ours] = judge.findings(found, 5);
    expect(ours).toMatchObject({ index: finding.index, related_doc_ids: finding.related_doc_ids });
    expect(ours.queries).toEqual(
      finding.queries.map(({ id, name, query, tags }) => ({ id, name, query, tags }))
    );
    const [verdict] = judge.verdicts(found, {});
    expect(verdict).toMatchObject({
      lasting: true,
      groups: [{ content: { related_doc_ids: alert.related_doc_ids, finding_ids: [ours.id] } }],
    });
  });

  const documents = [document('both', ['q-err', 'q-slow']), document('slow', ['q-slow'])];

  it.each([
    ['query[name=is_error]', ['both']],
    ['query[id=q-slow] && !query[tag=err]', ['slow']],
    ['query[tag=perf]', ['both', 'slow']],
    ['!query[name=is_slow]', []],
    ['return true', ['both', 'slow']],
    ['return false', []],
    ['query[name=nothing]', []],
  ])('%s', (condition, ids) => {
    expect(triggeredIds(condition, documents)).toEqual(ids.map((id) => `${id}|app-logs`));
  });

  it('has one group a version of a document: an update is found again', () => {
    const judge = new DocumentJudge('m', monitorOf());
    const versions = [document('a', ['q-err'], 1), document('a', ['q-err'], 2)];
    const [verdict] = judge.verdicts(versions, {});
    expect(verdict.kind === 'judged' && new Set(verdict.groups.map(({ key }) => key)).size).toBe(2);
    expect(new Set(judge.findings(versions, 0).map(({ id }) => id)).size).toBe(2);
  });

  it('has one group of everything where one alert is asked for', () => {
    const monitor = monitorOf(undefined, { should_create_single_alert_for_findings: true });
    const [verdict] = new DocumentJudge('m', monitor).verdicts(documents, {});
    expect(verdict).toMatchObject({ groups: [{ key: '', triggered: true, measure: 2 }] });
    const [nothing] = new DocumentJudge('m', monitor).verdicts([], {});
    expect(nothing).toMatchObject({ groups: [], lasting: true });
  });

  it('cuts a document that is too long for a message, and says so', () => {
    const long = { ...document('a', ['q-err']), source: { id: 1, text: 'x'.repeat(50_000), b: 2 } };
    const [verdict] = new DocumentJudge('m', monitorOf()).verdicts([long], {});
    const text = JSON.stringify(verdict);
    expect(text.length).toBeLessThan(12_000);
    expect(text).toContain('"cut":true');
  });
});

describe('docLevelProblems', () => {
  const fields = (monitor: DocLevelMonitor) => docLevelProblems(monitor).map(({ field }) => field);
  const CONDITION = 'triggers.0.document_level_trigger.condition.script.source';

  it('has nothing against what the real plugin took and ran', () => {
    expect(docLevelProblems(monitorOf())).toEqual([]);
  });

  it.each([
    ['query[name=is_eror]', 'is_error'],
    ['query[id=nothing]', 'q-err'],
    ['query[tag=nothing]', 'perf'],
    ['monitor[id=x]', 'query[name=…]'],
    ['query[colour=red]', 'query[name=…]'],
    ['query[name=is_error] &&', ''],
  ])('%s is refused, with the place and what there is', (condition, remedy) => {
    const [problem] = docLevelProblems(monitorOf(condition));
    expect(problem).toMatchObject({ field: CONDITION, line: 1 });
    expect(problem.message).toContain(remedy);
  });

  it('says where in the condition the name stands', () => {
    const [problem] = docLevelProblems(monitorOf('query[name=is_error] ||\n query[name=other]'));
    expect(problem).toMatchObject({ line: 2, column: 2 });
  });

  it('refuses two queries of one name or one id', () => {
    const monitor = monitorOf();
    const input = monitor.inputs[0].doc_level_input;
    const [first] = input.queries;
    const queries = [...input.queries, { ...first, tags: [] }];
    expect(fields({ ...monitor, inputs: [{ doc_level_input: { ...input, queries } }] })).toEqual([
      'inputs.0.doc_level_input.queries.2.id',
      'inputs.0.doc_level_input.queries.2.name',
    ]);
  });

  it('refuses an index of another cluster', () => {
    const monitor = monitorOf();
    const input = { ...monitor.inputs[0].doc_level_input, indices: ['logs', 'eu:logs'] };
    expect(fields({ ...monitor, inputs: [{ doc_level_input: input }] })).toEqual([
      'inputs.0.doc_level_input.indices.1',
    ]);
  });

  it('refuses policies that a document can never meet', () => {
    const monitor = monitorOf();
    const [{ document_level_trigger: trigger }] = monitor.triggers;
    const waiting = { ...trigger, for: { value: 5, unit: 'MINUTES' as const } };
    expect(fields({ ...monitor, triggers: [{ document_level_trigger: waiting }] })).toEqual([
      'triggers.0.document_level_trigger.for',
    ]);
  });
});
