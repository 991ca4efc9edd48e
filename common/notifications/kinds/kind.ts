import type { z } from 'zod';
import type { FieldProblem } from '../../errors';

/**
 * One kind of destination, without I/O: a file here with a value of this type, a line in `registry.ts`, and a sender in
 * `server/notifications/destinations/` make a kind.
 */
export interface DestinationKind<
  Type extends string = string,
  Saved extends z.ZodObject = z.ZodObject,
  Save extends z.ZodObject = z.ZodObject,
  Update extends z.ZodObject = z.ZodObject,
  Secrets extends z.ZodObject = z.ZodObject,
> {
  type: Type;
  label: string;
  /** What is saved, listed and exported. Nothing in it is secret. */
  saved: Saved;
  /** What a form sends for a new one: the visible fields, and all secrets. */
  save: Save;
  /** What a form sends for a stored one: `version`, and `secrets` only where some are new. */
  update: Update;
  /** The whole of what is secret. It is sealed as one, bound to the destination's origin. */
  secrets: Secrets;
  /** Visible fields that follow from the secrets, so that nobody has to type them (and they cannot differ). */
  derived: ReadonlyArray<keyof z.output<Saved> & string>;
  derive(secrets: z.output<Secrets>): Partial<z.output<Saved>>;
  /**
   * The secrets after an update: new ones over the stored ones. A stored secret never follows to another origin.
   *
   * @throws WatchkeeperError `invalid_input` at the secret that has to be given again.
   */
  mergeSecrets(
    given: GivenSecrets<Update>,
    stored: z.output<Secrets> | undefined
  ): z.output<Secrets>;
  /** What the schema cannot see, for example a template that does not parse. */
  problems(destination: z.output<Saved>): FieldProblem[];
  /** The body that goes over the wire. The page's preview calls this too: preview = what is sent. */
  render(destination: z.output<Saved>, content: MessageContent): WireBody;
  /** Whether this answer means that the message has arrived. */
  accepts(status: number, answer: string): boolean;
}

export type GivenSecrets<Update extends z.ZodObject> =
  z.output<Update> extends { secrets?: infer S } ? NonNullable<S> : never;

/** Takes the types of a kind from its schemas. */
export const destinationKind = <
  const Type extends string,
  Saved extends z.ZodObject,
  Save extends z.ZodObject,
  Update extends z.ZodObject,
  Secrets extends z.ZodObject,
>(
  kind: DestinationKind<Type, Saved, Save, Update, Secrets>
): DestinationKind<Type, Saved, Save, Update, Secrets> => kind;

/** What is said, apart from how a kind puts it. A test message has no monitor behind it. */
export interface MessageContent {
  /** The message's id, which is also its idempotency key. */
  id: string;
  subject: string;
  message: string;
  severity?: string;
  monitor_id?: string;
  monitor_name?: string;
  trigger_id?: string;
  trigger_name?: string;
  alert_ids?: string[];
  /** Epoch milliseconds. */
  period_start?: number;
  period_end?: number;
}

/** For previews, checks and tests: everything that a real message has. */
export const SAMPLE_CONTENT: MessageContent = {
  id: 'sample',
  subject: 'Test message from Watchkeeper',
  message: 'This destination works: somebody has just tried it.',
  severity: '1',
  monitor_id: 'sample-monitor',
  monitor_name: 'Sample monitor',
  trigger_id: 'sample-trigger',
  trigger_name: 'Sample trigger',
  alert_ids: ['sample-alert'],
  period_start: Date.UTC(2026, 0, 1, 0, 0),
  period_end: Date.UTC(2026, 0, 1, 0, 1),
};

export interface WireBody {
  /** Absent where the method carries none. */
  body?: string;
  content_type?: string;
  /** What was changed so that the receiver takes it, for example that it was cut. */
  notes: string[];
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Cuts a text to what a receiver takes, and says so at its end. */
export const cutTo = (text: string, limit: number): { text: string; notes: string[] } => {
  if (text.length <= limit) return { text, notes: [] };
  const end = `… (cut from ${text.length} characters)`;
  // Half of a surrogate pair would not survive UTF-8.
  const kept = text.slice(0, limit - end.length).replace(/[\uD800-\uDBFF]$/, '');
  return {
    text: kept + end,
    notes: [`The receiver takes at most ${limit} characters: the message is cut.`],
  };
};
