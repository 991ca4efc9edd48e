import type { Action } from '../monitors/monitor';
import { isJsonTemplate } from './templates/json_template';
import { renderTemplate } from './templates/template';

/** Renders what an action sends. The preview calls this too: preview = what is sent. */
export const renderAction = (
  action: Pick<Action, 'subject_template' | 'message_template'>,
  ctx: Record<string, unknown>
): { subject: string; message: string } => ({
  subject: renderTemplate(action.subject_template?.source ?? '', { ctx }),
  message: renderTemplate(
    action.message_template.source,
    { ctx },
    { escape: isJsonTemplate(action.message_template.source) ? 'json' : 'none' }
  ),
});
