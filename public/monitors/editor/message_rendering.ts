import { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import type { Alert } from '../../../common/alerts/alert';
import { messageOf } from '../../../common/errors';
import { buildContext } from '../../../common/monitors/context';
import type { Action, Monitor, Trigger } from '../../../common/monitors/monitor';
import type { Window } from '../../../common/monitors/run';
import { renderAction } from '../../../common/notifications/render_action';
import { parseTemplate } from '../../../common/notifications/templates/template';
import type { EditorProblem } from '../../shared/code_editor';
import { usePublicBaseUrl } from '../../shared/plugin_status';
import { useEditor } from './editor_model';
import { isScripted } from './question';
import type { DoneRun } from './query_run';
import { useMessagesOfLastRun } from './run/dry_preview';

export interface RenderedMessage {
  subject: string;
  message: string;
}

export interface MessageRendering {
  rendered: RenderedMessage | null;
  /** In the message's text. */
  messageProblems: EditorProblem[];
  /** All, those of the subject included. */
  problems: EditorProblem[];
  /** How many the last Run would send; absent where it is always one. */
  count?: number;
}

/** The alert that the first true run would open. */
const firstAlert = (
  monitorId: string,
  monitor: Monitor,
  trigger: Trigger,
  { end }: Window
): Alert => ({
  id: `${monitorId}.1.0`,
  monitor_id: monitorId,
  monitor_name: monitor.name,
  trigger_id: trigger.id,
  trigger_name: trigger.name,
  severity: trigger.severity,
  state: 'active',
  start_time: end,
  first_seen: end,
  active_time: end,
  last_seen: end,
  rev: 1,
});

/** The place where a template does not parse, else why it does not render. */
const problemsOf = (source: string, render: () => unknown): EditorProblem[] => {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return [parsed];
  try {
    render();
    return [];
  } catch (error) {
    return [{ message: messageOf(error) }];
  }
};

const NO_TEMPLATE = { source: '', lang: 'mustache' as const };

const rendersToNothing = (): EditorProblem => ({
  message: i18n.translate('watchkeeper.editor.emptyMessageError', {
    defaultMessage: 'The message renders to nothing: it would not be sent.',
  }),
});

export interface RenderingInput {
  monitorId: string;
  monitor: Monitor;
  trigger: Trigger;
  action: Action;
  done: DoneRun | null;
  /** What links in messages begin with. */
  baseUrl?: string;
}

/** Renders as a run does, by the same functions: the preview is what is sent. */
export const renderMessage = ({
  monitorId,
  monitor,
  trigger,
  action,
  done,
  baseUrl,
}: RenderingInput): MessageRendering => {
  const context = done
    ? buildContext({
        monitorId,
        monitor,
        trigger,
        window: done.answer.window,
        results: [done.response],
        alert: firstAlert(monitorId, monitor, trigger, done.answer.window),
        baseUrl,
      })
    : {};
  const { message_template: message, subject_template: subject = NO_TEMPLATE } = action;
  const messageProblems = problemsOf(message.source, () =>
    renderAction({ message_template: message }, context)
  );
  const subjectProblems = problemsOf(subject.source, () =>
    renderAction({ subject_template: subject, message_template: NO_TEMPLATE }, context)
  );
  const problems = [...subjectProblems, ...messageProblems];
  if (!done || problems.length > 0) return { rendered: null, messageProblems, problems };
  const rendered = renderAction(action, context);
  if (rendered.message.trim() !== '') return { rendered, messageProblems, problems };
  return { rendered: null, messageProblems, problems: [rendersToNothing()] };
};

/** The first message of a dry run: one a group, so the number of them goes with it. */
const renderingOfDryRun = (
  local: MessageRendering,
  sent: ReturnType<typeof useMessagesOfLastRun>
): MessageRendering => {
  if (!sent || local.problems.length > 0) return local;
  const [first] = sent.messages;
  if (first) {
    const { subject, message } = first;
    return { ...local, rendered: { subject, message }, count: sent.messages.length };
  }
  return sent.failure === undefined
    ? { ...local, count: 0 }
    : { ...local, problems: [{ message: sent.failure }] };
};

/** The message as it would be sent after the last Run. */
export const useMessagePreview = (trigger: Trigger, action: Action): MessageRendering => {
  const {
    monitorId,
    draft: monitor,
    runner: { done },
  } = useEditor();
  const sent = useMessagesOfLastRun(trigger.id, action.id);
  const baseUrl = usePublicBaseUrl();
  return useMemo(() => {
    // What judges more than one answer by a script has alerts of its own to tell of.
    const isLocal = isScripted(monitor);
    const run = isLocal ? done : null;
    const local = renderMessage({ monitorId, monitor, trigger, action, done: run, baseUrl });
    return isLocal ? local : renderingOfDryRun(local, sent);
  }, [monitorId, monitor, trigger, action, done, sent, baseUrl]);
};
