import type { Alert } from '../alerts/alert';
import { messageOf } from '../errors';
import { renderTemplate } from '../notifications/templates/template';
import type { StepInput } from './step_input';
import type { Trigger } from './trigger';
import type { GroupVerdict } from './verdict';

/** A text that does not render says so: a label must not keep an alert from opening. */
const render = (source: string, ctx: Record<string, unknown>): string => {
  if (!source.includes('{{')) return source;
  try {
    // With and without `ctx`: nothing else is in sight.
    return renderTemplate(source, { ctx, ...ctx });
  } catch (error) {
    return `(${messageOf(error)})`;
  }
};

const rendered = (
  texts: Readonly<Record<string, string>> | undefined,
  ctx: Record<string, unknown>
): Record<string, string> | undefined =>
  texts &&
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, render(text, ctx)]));

/** The labels and annotations of an alert that opens. Their templates see monitor, trigger, group and value. */
export const labelsOf = (
  { monitor }: StepInput,
  { id, name, severity }: Trigger,
  { group = [], value }: GroupVerdict
): Pick<Alert, 'labels' | 'annotations'> => {
  if (!monitor.labels && !monitor.annotations) return {};
  const ctx = {
    monitor: { name: monitor.name },
    trigger: { id, name, severity },
    group: Object.fromEntries(group.map(({ field, value: text }) => [field, text])),
    value: value ?? '',
  };
  const labels = rendered(monitor.labels, ctx);
  const annotations = rendered(monitor.annotations, ctx);
  return { ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
};
