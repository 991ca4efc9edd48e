import type { Alert } from '../alerts/alert';
import { dataAgainText, inFormOf, noDataText, recoveryText } from '../notifications/built_in_texts';
import type { BuiltInText } from '../notifications/built_in_texts';
import { renderAction, renderMessage, renderSubject } from '../notifications/render_action';
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
  baseUrl?: string;
}

/** A template that names one of these knows that there can be no data. */
const speaksOfNoData = (source: string): boolean => /\bno_data\b|\balert\.state\b/.test(source);

/** In OpenSearch Alerting only bucket-level monitors know ended alerts, and one template is for all categories. */
const speaksOfEnds = (monitor: Monitor, source: string): boolean =>
  monitor.monitor_type === 'bucket_level_monitor' || source.includes('completedAlerts');

/** The template for alerts that have ended; undefined: the built-in text. */
const recoveryTemplate = ({ action, monitor }: Pick<Occasion, 'action' | 'monitor'>) => {
  const { recovery_message_template: own, message_template: usual } = action;
  return own ?? (speaksOfEnds(monitor, usual.source) ? usual : undefined);
};

/** Whether a message of a whole run has something to say where alerts have ended and nothing else happened. */
export const tellsOfEnds = (action: Action, monitor: Monitor): boolean =>
  recoveryTemplate({ action, monitor }) !== undefined;

/** Of alerts that are new, or go on. */
export const firingText = ({ action, ctx, alert, baseUrl }: Occasion): BuiltInText => {
  const { source } = action.message_template;
  return alert.no_data && !speaksOfNoData(source)
    ? inFormOf(source, noDataText(alert, baseUrl))
    : renderAction(action, ctx);
};

/** Of alerts that have ended. */
export const endedText = (occasion: Occasion): BuiltInText => {
  const { action, ctx, alert, baseUrl } = occasion;
  const { recovery_subject_template: subject, message_template: usual } = action;
  const builtIn = alert.no_data ? dataAgainText(alert, baseUrl) : recoveryText(alert, baseUrl);
  const own = recoveryTemplate(occasion);
  const template = alert.no_data && own && !speaksOfNoData(own.source) ? undefined : own;
  if (template && template === usual && !subject) return renderAction(action, ctx);
  return {
    subject: subject && !alert.no_data ? renderSubject(subject.source, ctx) : builtIn.subject,
    message: template
      ? renderMessage(template.source, ctx)
      : inFormOf(usual.source, builtIn).message,
  };
};
