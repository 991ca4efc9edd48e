import { composeMessage } from '../compose/compose_message';
import { sharedLabels } from '../compose/fields';
import { sampleMessage } from '../compose/samples';
import { isSafeUrl } from '../email/html_text';
import type { AlertFacts } from '../message_facts';
import { listShape, mapShape, mergeShapes, shapeOf } from '../templates/checking/shape';
import type { MapShape, Shape } from '../templates/checking/shape';
import { SAMPLE_CONTENT } from './message_content';
import type { MessageContent } from './message_content';

const instant = (ms: number | undefined): string =>
  ms === undefined ? '' : new Date(ms).toISOString().replace('.000Z', 'Z');

const alertView = (alert: AlertFacts) => ({
  id: alert.id,
  event: alert.event,
  labels: alert.labels,
  annotations: alert.annotations,
  group: alert.group ?? [],
  start_time: instant(alert.start_time),
  end_time: instant(alert.end_time),
  value: alert.value ?? '',
  url: alert.url ?? '',
});

/** What Watchkeeper says of it by itself. */
const factsView = (content: MessageContent): Record<string, unknown> => {
  const { facts } = content;
  const { event, statusText, title, text, color, symbol, details, links } = composeMessage(content);
  return {
    ...{ event, title, text, color, symbol },
    status: statusText,
    fields: details,
    // `{{#url}}` encodes, so that a link that may be missing needs a list.
    links: links.filter(({ url }) => isSafeUrl(url)),
    labels: facts ? sharedLabels(facts) : {},
    alerts: (facts?.alerts ?? []).map(alertView),
    alert_count: facts?.alert_count ?? content.alert_ids?.length ?? 0,
    dedup_key: facts?.dedup_key ?? content.id,
    url: facts?.url ?? '',
    runbook_url: facts?.runbook_url ?? '',
    owner: facts?.owner ?? '',
    tags: facts?.tags ?? [],
    by: facts?.by ?? '',
    comment: facts?.comment ?? '',
  };
};

/** What a body template knows: the rendered texts, and where they come from. `ctx` names it as messages do. */
export const bodyView = (content: MessageContent): Record<string, unknown> => {
  const { id, subject, message, severity = '', alert_ids = [] } = content;
  const monitor = { id: content.monitor_id ?? '', name: content.monitor_name ?? '' };
  const trigger = { id: content.trigger_id ?? '', name: content.trigger_name ?? '', severity };
  const [periodStart, periodEnd] = [instant(content.period_start), instant(content.period_end)];
  return {
    ...factsView(content),
    ...{ id, subject, message, severity, monitor, trigger, alert_ids },
    period_start: periodStart,
    period_end: periodEnd,
    ctx: { monitor: { ...monitor, _id: monitor.id }, trigger, periodStart, periodEnd },
  };
};

const { id, subject, message } = SAMPLE_CONTENT;
const sampled = (event: 'firing' | 'acknowledged', count: number): MessageContent => {
  const { facts } = sampleMessage(event, { count });
  return { ...SAMPLE_CONTENT, facts };
};

/** Messages that have everything; the first one is what previews and checks show. */
export const BODY_SAMPLES: readonly MessageContent[] = [
  sampled('firing', 2),
  { ...sampled('acknowledged', 1), id, subject, message },
];

/** Which labels there are no sample can tell. */
const opened = (shape: Shape | undefined): Shape =>
  shape?.kind === 'map' ? { ...shape, open: true } : mapShape({}, true);

const withOpen = (map: MapShape, ...names: string[]): MapShape => ({
  ...map,
  members: new Map([
    ...map.members,
    ...names.map((name): [string, Shape] => [name, opened(map.members.get(name))]),
  ]),
});

/** What editors complete, and what they take for a mistake. */
export const bodyShape = (): Shape => {
  const whole = BODY_SAMPLES.map((sample) => shapeOf(bodyView(sample))).reduce(mergeShapes);
  if (whole.kind !== 'map') return whole;
  const alerts = whole.members.get('alerts');
  const alert = alerts?.kind === 'list' ? alerts.item : undefined;
  const known = withOpen(whole, 'labels');
  if (alert?.kind !== 'map') return known;
  const items = listShape(withOpen(alert, 'labels', 'annotations'));
  return { ...known, members: new Map([...known.members, ['alerts', items]]) };
};
