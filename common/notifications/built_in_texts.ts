import { isJsonTemplate } from './templates/json_template';

export interface BuiltInText {
  subject: string;
  message: string;
}

/**
 * A built-in text in the form that an action's receiver takes: where its own messages are JSON, an object with `text`,
 * as chats take it.
 */
export const inFormOf = (template: string, { subject, message }: BuiltInText): BuiltInText => ({
  subject,
  message: isJsonTemplate(template) ? JSON.stringify({ text: message }) : message,
});
