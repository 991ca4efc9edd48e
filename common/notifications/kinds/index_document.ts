import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import { describeKind } from './describe_kind';
import { indexNameAt } from './index_name';
import type { IndexName } from './index_name';
import type { WireBody } from './kind';
import type { MessageContent } from './message_content';
import { bodyProblems, renderBody } from './webhook_body';

interface Settings {
  index: string;
  body?: string;
}

/** The instant that a message belongs to: that of its making. */
const instantOf = ({ created_at: made, period_end: end }: MessageContent): number =>
  made ?? end ?? 0;

const instant = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString();

export const indexFor = ({ index }: Settings, content: MessageContent): IndexName =>
  indexNameAt(index, instantOf(content));

/** Without `undefined`, so that nothing is mapped that is never there. */
const documentOf = (content: MessageContent): object => {
  const { event, statusText, title, text, severity } = composeMessage(content);
  const { facts } = content;
  return {
    '@timestamp': instant(instantOf(content)),
    message_id: content.id,
    event,
    status: statusText,
    title,
    message: text,
    severity,
    monitor: { id: content.monitor_id, name: content.monitor_name },
    trigger: { id: content.trigger_id, name: content.trigger_name },
    alert_ids: content.alert_ids,
    ...(facts && {
      dedup_key: facts.dedup_key,
      alert_count: facts.alert_count,
      url: facts.url,
      runbook_url: facts.runbook_url,
      tags: facts.tags,
      owner: facts.owner,
      acknowledged_by: facts.by,
      alerts: facts.alerts.map(alertOf),
    }),
    period_start: instant(content.period_start),
    period_end: instant(content.period_end),
  };
};

type Listed = NonNullable<MessageContent['facts']>['alerts'][number];

/** Labels as pairs: names that everybody chooses would be fields without end. */
const alertOf = ({ labels, group, ...alert }: Listed): object => ({
  id: alert.id,
  event: alert.event,
  start_time: instant(alert.start_time),
  end_time: instant(alert.end_time),
  value: alert.value,
  peak: alert.peak,
  url: alert.url,
  labels: Object.entries({
    ...Object.fromEntries((group ?? []).map(({ field, value }) => [field, value])),
    ...labels,
  }).map(([name, value]) => ({ name, value })),
});

/** Data streams refuse what has no time. */
const withTime = (body: string, content: MessageContent): string => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || '@timestamp' in parsed) return body;
  } catch {
    return body;
  }
  const rest = body.trim().slice(1);
  const time = `"@timestamp":${JSON.stringify(instant(instantOf(content)))}`;
  return `{${time}${/^\s*\}/.test(rest) ? '' : ','}${rest}`;
};

const render = ({ body }: Settings, content: MessageContent): WireBody => ({
  body:
    body === undefined || body.trim() === ''
      ? JSON.stringify(documentOf(content))
      : withTime(renderBody(body, content).body, content),
  content_type: 'application/json',
  notes: [],
});

const SAMPLE_INSTANT = Date.UTC(2026, 0, 1);

const problems = ({ index, body }: Settings): FieldProblem[] => {
  const name = indexNameAt(index, SAMPLE_INSTANT);
  return [
    ...('problem' in name ? [{ field: 'index', message: name.problem }] : []),
    ...bodyProblems(body, false),
  ];
};

/** A document for each message in an index or a data stream of this very cluster. */
export const indexDocument = describeKind(
  'index',
  {
    settings: {
      index: z.string({ error: 'An index is required.' }).trim().min(1, 'An index is required.'),
      body: z.string().optional(),
    },
    secrets: {},
  },
  {
    label: phrase('watchkeeper.destinations.index.label', 'Index'),
    description: phrase(
      'watchkeeper.destinations.index.description',
      'Writes a document into an index or a data stream of this cluster.'
    ),
    icon: 'logoOpenSearch',
    fields: [
      {
        name: 'index',
        control: { kind: 'text' },
        label: phrase('watchkeeper.destinations.index.indexLabel', 'Index or data stream'),
        help: phrase(
          'watchkeeper.destinations.index.indexHelp',
          'The date may stand in it, in UTC: alerts-%Y.%m.%d. Date math is known, too. It is written as Watchkeeper’s service account.'
        ),
        placeholder: 'alerts-%Y.%m',
      },
      {
        name: 'body',
        control: {
          kind: 'template',
          language: 'json',
          empty: phrase(
            'watchkeeper.destinations.index.bodyPlaceholder',
            'Empty: a document with everything that is known of the message'
          ),
        },
        label: phrase('watchkeeper.destinations.index.bodyLabel', 'Document'),
      },
    ],
    origin: () => 'cluster',
    summary: ({ index }) => index,
    problems,
    render,
    follows: true,
    inAnyOrder: true,
  }
);
