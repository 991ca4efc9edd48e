import type { Phrase } from '../../phrase';

/** How a field of a destination's form is filled in. */
export type Control =
  | { kind: 'text'; multiline?: true }
  /** Written once, never shown again. */
  | { kind: 'secret'; multiline?: true }
  /** A URL that is itself a secret: only its origin is shown. */
  | { kind: 'secret_url' }
  | { kind: 'number'; min?: number; max?: number }
  | { kind: 'switch' }
  /** A text that is a string is the same in every language. */
  | { kind: 'choice'; options: ReadonlyArray<{ value: string; text: Phrase | string }> }
  /** Texts, one a line. */
  | { kind: 'list' }
  /** Secret values by name: the names are shown. Only as `secrets.headers`. */
  | { kind: 'headers' }
  /** A Mustache template over `bodyView`; `empty` says what is sent without one. Of HTML, it is shown as a mail. */
  | { kind: 'template'; language: 'json' | 'plain' | 'html'; empty: Phrase }
  /** So many messages in so many seconds. */
  | { kind: 'rate' };

/** What a form holds, by name of the field. */
export type FormValues = Readonly<Record<string, unknown>>;

/** One field of the form of a kind. The form is drawn from these, in order. */
export interface FormField {
  /** The path in the request: `channel`, or `secrets.token`. */
  name: string;
  label: Phrase;
  help?: Phrase;
  /** An example, the same in every language. */
  placeholder?: string;
  control: Control;
  /** What a form for a new destination starts with. */
  initial?: unknown;
  /** Folded away until asked for. */
  advanced?: true;
  /** Shown, and sent, only where this holds. */
  when?: (values: FormValues) => boolean;
}
