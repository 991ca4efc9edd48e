import { namesIncluded, withIncluded } from './include';
import type { SharedTemplates } from './include';

/** The template that a kind of destination has for its body, where it has one. */
const bodyOf = (destination: object): string | undefined => {
  const { body } = destination as { body?: unknown };
  return typeof body === 'string' ? body : undefined;
};

/** The shared templates that a destination's body names. */
export const sharedNamesOfBody = (destination: object): string[] =>
  namesIncluded(bodyOf(destination) ?? '');

/** The destination with the shared templates of its body in their places. */
export const withSharedBody = <D extends object>(
  destination: D,
  templates: SharedTemplates | undefined
): D => {
  const body = bodyOf(destination);
  if (body === undefined) return destination;
  const whole = withIncluded(body, templates, 'message');
  return whole === body ? destination : { ...destination, body: whole };
};
