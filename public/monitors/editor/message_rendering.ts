import { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import type { Alert } from '../../../common/alerts/alert';
import { messageOf } from '../../../common/errors';
import { buildContext } from '../../../common/monitors/context';
import type { Action, Monitor, QueryLevelTrigger } from '../../../common/monitors/monitor';
import type { Window } from '../../../common/monitors/run';
import { renderAction } from '../../../common/notifications/render_action';
import type { EditorProblem } from '../../shared/code_editor';
import { useEditor } from './editor_model';
import type { DoneRun } from './query_run';

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
}

/** The alert that the first true run would open. */
const firstAlert = (
  monitorId: string,
  monitor: Monitor,
  trigger: QueryLevelTrigger,
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
  last_seen: end,
  rev: 1,
});

const numberIn = (error: object, name: string): number | undefined => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'number' ? value : undefined;
};

const problemIn = (error: unknown): EditorProblem => ({
  message: messageOf(error),
  ...(error instanceof Error
    ? { line: numberIn(error, 'line'), column: numberIn(error, 'column') }
    : {}),
});

const problemsOf = (render: () => unknown): EditorProblem[] => {
  try {
    render();
    return [];
  } catch (error) {
    return [problemIn(error)];
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
  trigger: QueryLevelTrigger;
  action: Action;
  done: DoneRun | null;
}

/** Renders as a run does, by the same functions: the preview is what is sent. */
export const renderMessage = ({
  monitorId,
  monitor,
  trigger,
  action,
  done,
}: RenderingInput): MessageRendering => {
  const context = done
    ? buildContext({
        monitorId,
        monitor,
        trigger,
        window: done.answer.window,
        response: done.response,
        alert: firstAlert(monitorId, monitor, trigger, done.answer.window),
      })
    : {};
  const messageProblems = problemsOf(() =>
    renderAction({ message_template: action.message_template }, context)
  );
  const subjectProblems = problemsOf(() =>
    renderAction(
      { subject_template: action.subject_template, message_template: NO_TEMPLATE },
      context
    )
  );
  const problems = [...subjectProblems, ...messageProblems];
  if (!done || problems.length > 0) return { rendered: null, messageProblems, problems };
  const rendered = renderAction(action, context);
  if (rendered.message.trim() !== '') return { rendered, messageProblems, problems };
  return { rendered: null, messageProblems, problems: [rendersToNothing()] };
};

/** The message as it would be sent after the last Run. */
export const useMessagePreview = (trigger: QueryLevelTrigger, action: Action): MessageRendering => {
  const {
    monitorId,
    draft: monitor,
    runner: { done },
  } = useEditor();
  return useMemo(
    () => renderMessage({ monitorId, monitor, trigger, action, done }),
    [monitorId, monitor, trigger, action, done]
  );
};
