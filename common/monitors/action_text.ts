import type { Alert } from '../alerts/alert';
import type { Wording } from '../alerts/tell';
import { inFormOf } from '../notifications/built_in_texts';
import type { BuiltInText } from '../notifications/built_in_texts';
import { builtInText, ownFacts } from '../notifications/facts/facts_of';
import type { MessageFacts } from '../notifications/message_facts';
import { renderMessage, renderSubject } from '../notifications/render_action';
import { ownMessageOf } from './action';
import type { Action } from './action';
import type { Monitor } from './monitor';

/** What an action says: its own templates where they are meant for the case, else a text of ours. */

export interface Occasion {
  action: Action;
  monitor: Monitor;
  /** The context of the templates. */
  ctx: Record<string, unknown>;
  /** What it is about; the first of them where there are several. */
  alert: Alert;
  /** What the message tells of, as a message of ours. */
  facts: MessageFacts & { summary: string };
}

/** A template that names one of these knows that there can be no data. */
const speaksOfNoData = (source: string): boolean => /\bno_data\b|\balert\.state\b/.test(source);

/** In OpenSearch Alerting only bucket-level monitors know ended alerts, and one template is for all categories. */
const speaksOfEnds = (monitor: Monitor, source: string): boolean =>
  monitor.monitor_type === 'bucket_level_monitor' || source.includes('completedAlerts');

/** The template for alerts that have ended; undefined: the built-in text. */
const recoveryTemplate = ({ action, monitor }: Pick<Occasion, 'action' | 'monitor'>) => {
  const { recovery_message_template: own } = action;
  const usual = ownMessageOf(action);
  return own ?? (usual && speaksOfEnds(monitor, usual.source) ? usual : undefined);
};

/**
 * Whether a message of a whole run has something to say where alerts have ended and nothing else happened. A message of
 * ours has.
 */
export const tellsOfEnds = (action: Action, monitor: Monitor): boolean =>
  ownMessageOf(action) === undefined || recoveryTemplate({ action, monitor }) !== undefined;

/** In the form that the receiver of the action's own messages takes. */
const ours = ({ action, alert, facts }: Occasion): BuiltInText =>
  inFormOf(action.message_template?.source ?? '', builtInText({ alerts: [alert] }, facts));

/** Of alerts that are new, or go on. */
export const firingText = (occasion: Occasion): Wording => {
  const { action, ctx, alert, facts } = occasion;
  const { subject_template: subject } = action;
  const message = ownMessageOf(action);
  const own = message && alert.no_data && !speaksOfNoData(message.source) ? undefined : message;
  const written = renderSubject(subject?.source ?? '', ctx);
  if (own) {
    const text = { subject: written, message: renderMessage(own.source, ctx) };
    return { text, facts: ownFacts(facts, false) };
  }
  const text = ours(occasion);
  const keepsSubject = written.trim() !== '' && !alert.no_data;
  return { text: keepsSubject ? { ...text, subject: written } : text, facts };
};

/** Of alerts that have ended. */
export const endedText = (occasion: Occasion): Wording => {
  const { action, ctx, alert, facts } = occasion;
  const { recovery_subject_template: subject, subject_template: usualSubject } = action;
  const own = recoveryTemplate(occasion);
  const template = alert.no_data && own && !speaksOfNoData(own.source) ? undefined : own;
  const message = template && renderMessage(template.source, ctx);
  if (message !== undefined && template === action.message_template && !subject) {
    const text = { subject: renderSubject(usualSubject?.source ?? '', ctx), message };
    return { text, facts: ownFacts(facts, false) };
  }
  const builtIn = ours(occasion);
  const says = subject !== undefined && !alert.no_data;
  const text = {
    subject: says ? renderSubject(subject.source, ctx) : builtIn.subject,
    message: message ?? builtIn.message,
  };
  if (message !== undefined) return { text, facts: ownFacts(facts, says) };
  return { text, facts: says ? { ...facts, says_event: true } : facts };
};
