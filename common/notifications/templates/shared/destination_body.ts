import { namesIncluded, withIncluded } from './include';
import type { SharedTemplates } from './include';

/** Where kinds of destinations have a template of their own: for a body, for the HTML of a mail. */
const FIELDS = ['body', 'template'] as const;

const textsOf = (destination: object): Array<[field: string, text: string]> => {
  const fields = destination as Readonly<Record<string, unknown>>;
  return FIELDS.flatMap((name): Array<[string, string]> => {
    const text = fields[name];
    return typeof text === 'string' ? [[name, text]] : [];
  });
};

/** The shared templates that a destination's body names. */
export const sharedNamesOfBody = (destination: object): string[] =>
  textsOf(destination).flatMap(([, text]) => namesIncluded(text));

/** The destination with the shared templates of its body in their places. */
export const withSharedBody = <D extends object>(
  destination: D,
  templates: SharedTemplates | undefined
): D => {
  const changed = textsOf(destination)
    .map(([name, text]) => [name, withIncluded(text, templates, 'message'), text] as const)
    .filter(([, whole, text]) => whole !== text);
  if (changed.length === 0) return destination;
  return { ...destination, ...Object.fromEntries(changed) };
};
