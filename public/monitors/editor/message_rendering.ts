import { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { messageOf } from '../../../common/errors';
import { ownMessageOf } from '../../../common/monitors/action';
import type { Action, Monitor, Trigger } from '../../../common/monitors/monitor';
import { supposedMessage } from '../../../common/monitors/sample/message_sample';
import type { MessageIntent } from '../../../common/notifications/message';
import { JsonSyntaxError, parseLossless } from '../../../common/json/lossless';
import { isJsonTemplate } from '../../../common/notifications/templates/json_template';
import { renderAction } from '../../../common/notifications/render_action';
import { withIncluded } from '../../../common/notifications/templates/shared/include';
import type {
  Place,
  SharedTemplates,
} from '../../../common/notifications/templates/shared/include';
import { parseTemplate } from '../../../common/notifications/templates/template';
import type { EditorProblem } from '../../shared/code_editor';
import { useEditor } from './editor_model';
import { usePreviewNames } from './preview_names';
import { foundByScripts } from './preview/found_run';
import { isScripted } from './question';
import type { DoneRun } from './query_run';
import { useMessagesOfLastRun } from './run/dry_preview';

export interface RenderedMessage {
  subject: string;
  message: string;
}

export interface MessageRendering {
  rendered: RenderedMessage | null;
  /** The whole of it, as the outbox has it. */
  intent?: MessageIntent;
  /** In the message's text. */
  messageProblems: EditorProblem[];
  /** All, those of the subject included. */
  problems: EditorProblem[];
  /** What its receiver may not like. */
  warning?: string;
  /** How many the last Run would send; absent where it is always one. */
  count?: number;
}

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

/** With the shared templates in their places; as it is as long as they are not known. */
const includedIn = (
  template: Action['message_template'],
  templates: SharedTemplates | undefined,
  place: Place
): Action['message_template'] =>
  template && { ...template, source: withIncluded(template.source, templates, place) };

const rendersToNothing = (): EditorProblem => ({
  message: i18n.translate('watchkeeper.editor.emptyMessageError', {
    defaultMessage: 'The message renders to nothing: it would not be sent.',
  }),
});

/** Of a message that is meant for JSON and, with this data, is none. */
const jsonWarning = (source: string, message: string): string | undefined => {
  if (!isJsonTemplate(source)) return undefined;
  try {
    parseLossless(message);
    return undefined;
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return i18n.translate('watchkeeper.editor.messageNotJsonText', {
      defaultMessage:
        'The message begins as JSON and, with this data, is none: line {line}, column {column}: {message}.',
      values: { line: error.line, column: error.column, message: error.message },
    });
  }
};

export interface RenderingInput {
  monitorId: string;
  monitor: Monitor;
  trigger: Trigger;
  action: Action;
  done: DoneRun | null;
  /** What links in messages begin with. */
  baseUrl?: string;
  templates?: SharedTemplates;
}

/** Renders by the very step that sends, as if the condition were true: the preview is what is sent. */
export const renderMessage = ({
  monitorId,
  monitor,
  trigger,
  action,
  done,
  baseUrl,
  templates,
}: RenderingInput): MessageRendering => {
  const found = done ? foundByScripts(monitorId, monitor, { done }) : undefined;
  const supposed = supposedMessage({
    ...{ monitor, triggerId: trigger.id, actionId: action.id, found },
    names: { monitorId, baseUrl, ...(templates ? { templates } : {}) },
  });
  const context = { ...supposed.ctx };
  const message = includedIn(ownMessageOf(action), templates, 'message');
  const subject = includedIn(action.subject_template, templates, 'subject') ?? NO_TEMPLATE;
  const messageProblems = problemsOf(message?.source ?? '', () =>
    renderAction({ message_template: message }, context)
  );
  const subjectProblems = problemsOf(subject.source, () =>
    renderAction({ subject_template: subject, message_template: NO_TEMPLATE }, context)
  );
  const problems = [...subjectProblems, ...messageProblems];
  if (!done || problems.length > 0) return { rendered: null, messageProblems, problems };
  const intent = supposed.message;
  if (!intent) {
    const isEmpty =
      message && renderAction({ message_template: message }, context).message.trim() === '';
    const why = isEmpty ? rendersToNothing() : { message: supposed.failure ?? '' };
    return { rendered: null, messageProblems, problems: [why] };
  }
  const rendered = { subject: intent.subject, message: intent.message };
  const warning = jsonWarning(message?.source ?? '', intent.message);
  return { rendered, intent, messageProblems, problems, ...(warning ? { warning } : {}) };
};

/** The first message of a dry run: one a group, so the number of them goes with it. */
const renderingOfDryRun = (
  action: Action,
  local: MessageRendering,
  sent: ReturnType<typeof useMessagesOfLastRun>
): MessageRendering => {
  if (!sent || local.problems.length > 0) return local;
  const [first] = sent.messages;
  if (first) {
    const { subject, message } = first;
    const count = sent.messages.length;
    const warning = jsonWarning(action.message_template?.source ?? '', message);
    return {
      ...{ ...local, rendered: { subject, message }, intent: first, count },
      ...(warning ? { warning } : {}),
    };
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
  const { baseUrl, templates } = usePreviewNames();
  return useMemo(() => {
    // What judges more than one answer by a script has alerts of its own to tell of.
    const isLocal = isScripted(monitor);
    const run = isLocal ? done : null;
    const local = renderMessage({
      monitorId,
      monitor,
      trigger,
      action,
      done: run,
      baseUrl,
      templates,
    });
    return isLocal ? local : renderingOfDryRun(action, local, sent);
  }, [monitorId, monitor, trigger, action, done, sent, baseUrl, templates]);
};
