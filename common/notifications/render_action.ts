import type { Action } from '../monitors/monitor';
import { isJsonTemplate } from './templates/json_template';
import { renderTemplate } from './templates/template';

type Context = Record<string, unknown>;

export const renderSubject = (source: string, ctx: Context): string =>
  renderTemplate(source, { ctx });

export const renderMessage = (source: string, ctx: Context): string =>
  renderTemplate(source, { ctx }, { escape: isJsonTemplate(source) ? 'json' : 'none' });

/** Renders what an action sends. The preview calls this too: preview = what is sent. */
export const renderAction = (
  action: Pick<Action, 'subject_template' | 'message_template'>,
  ctx: Context
): { subject: string; message: string } => ({
  subject: renderSubject(action.subject_template?.source ?? '', ctx),
  message: renderMessage(action.message_template?.source ?? '', ctx),
});
