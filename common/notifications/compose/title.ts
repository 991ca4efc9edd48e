import type { MessageFacts } from '../message_facts';
import { valuesOf } from './alert_lines';
import type { ComposableContent } from './composed';
import { statusTextOf } from './tone';

const whichOf = ({ alerts, alert_count: count }: MessageFacts): string => {
  if (count > 1) return `${count} alerts`;
  const [alert] = alerts;
  return alert ? valuesOf(alert) : '';
};

/** For example `Recovered: Errors are high (web-1)`. */
const builtInTitle = ({ trigger_name, monitor_name }: ComposableContent, facts: MessageFacts) => {
  const about = trigger_name || monitor_name || 'Watchkeeper';
  const which = whichOf(facts);
  return `${statusTextOf(facts.event)}: ${about}${which === '' ? '' : ` (${which})`}`;
};

/** What the author wrote for alerts that fire is not to be mistaken where they do not fire any more. */
const marked = (subject: string, { event, says_event: says }: MessageFacts): string => {
  const status = `${statusTextOf(event)}: `;
  const clear = event === 'firing' || event === 'test' || says || subject.startsWith(status);
  return clear ? subject : status + subject;
};

const firstLine = (text: string): string => text.trim().split(/\r?\n/, 1)[0];

/** One line, never empty. */
export const titleOf = (content: ComposableContent): string => {
  const { subject, message, trigger_name, monitor_name, facts } = content;
  const own = subject.trim().replace(/\s+/g, ' ');
  if (facts) return own === '' ? builtInTitle(content, facts) : marked(own, facts);
  return own || trigger_name || monitor_name || firstLine(message) || 'Watchkeeper';
};
