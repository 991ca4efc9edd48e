import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import type { DestinationKind, MessageContent, WireBody } from './kind';
import { slack } from './slack';
import { webhook } from './webhook';

/** A new kind joins here; every schema and every look-up below follows. */
const KINDS = [slack, webhook] as const;

type Kinds = typeof KINDS;
type SchemaName = 'saved' | 'save' | 'update';

type SchemasOf<All extends ReadonlyArray<Record<SchemaName, z.ZodObject>>, S extends SchemaName> = {
  -readonly [I in keyof All]: All[I][S];
};

/** `map` forgets that there is one schema for each kind; the union needs to know. */
const each = <S extends SchemaName>(name: S) =>
  KINDS.map((kind) => kind[name]) as unknown as SchemasOf<Kinds, S>;

/** What is saved, listed and exported. */
export const destinationSchema = z.discriminatedUnion('type', each('saved'));
export type Destination = z.output<typeof destinationSchema>;
export type DestinationType = Destination['type'];

/** What a form sends: the visible fields, and the secrets that are new. Origin and header names are derived. */
export const saveDestinationSchema = z.discriminatedUnion('type', each('save'));
export type SaveDestination = z.input<typeof saveDestinationSchema>;
export type ParsedSave = z.output<typeof saveDestinationSchema>;

/**
 * On update, `secrets` may be left out: those that are stored stay. In a webhook's headers a value of null keeps the
 * stored one; a header that is not named is dropped; without `url` the stored URL stays.
 */
export const updateDestinationSchema = z.discriminatedUnion('type', each('update'));
export type UpdateDestination = z.input<typeof updateDestinationSchema>;
export type ParsedUpdate = z.output<typeof updateDestinationSchema>;

type KindOf<T extends DestinationType> = Extract<Kinds[number], { type: T }>;
export type SecretsOf<T extends DestinationType> = z.output<KindOf<T>['secrets']>;
/** The secrets of any kind. Which one is known by the destination that they are for. */
export type Secrets = SecretsOf<DestinationType>;

const BY_TYPE = new Map<string, Kinds[number]>(KINDS.map((kind) => [kind.type, kind]));

/**
 * The kind, its types wide: callers pass it only what belongs to a destination of this very kind, and what comes out is
 * parsed by the kind's own schemas.
 */
const kindOf = (type: DestinationType): DestinationKind => {
  const kind = BY_TYPE.get(type);
  if (!kind) throw new Error(`There is no kind of destination called ${type}.`);
  return kind as unknown as DestinationKind;
};

export const labelOf = (type: DestinationType): string => kindOf(type).label;

/** The body that goes over the wire; the page's preview and sending both call this. */
export const renderWire = (destination: Destination, content: MessageContent): WireBody =>
  kindOf(destination.type).render(destination, content);

/** Whether the receiver's answer means that the message has arrived. */
export const acceptsAnswer = (type: DestinationType, status: number, answer: string): boolean =>
  kindOf(type).accepts(status, answer);

/** What no schema can see, for example a body template that does not parse. */
export const problemsOfDestination = (destination: Destination): FieldProblem[] =>
  kindOf(destination.type).problems(destination);

/** Undefined when they are not the secrets of such a destination. */
export const readSecrets = (type: DestinationType, secrets: unknown): Secrets | undefined => {
  const result = kindOf(type).secrets.safeParse(secrets);
  return result.success ? (result.data as Secrets) : undefined;
};

/** The visible destination that a form means, with all of its secrets at hand. */
export const describeDestination = (
  form: ParsedSave | ParsedUpdate,
  secrets: Secrets
): Destination => {
  const kind = kindOf(form.type);
  return kind.saved.parse({ ...visibleOf(form), ...kind.derive(secrets) }) as Destination;
};

/** The visible destination that a form means while the stored secrets stay as they are. */
export const redescribeDestination = (form: ParsedUpdate, stored: Destination): Destination => {
  const kind = kindOf(form.type);
  const old: Record<string, unknown> = stored;
  const derived = Object.fromEntries(kind.derived.map((field) => [field, old[field]]));
  return kind.saved.parse({ ...visibleOf(form), ...derived }) as Destination;
};

const visibleOf = (form: ParsedSave | ParsedUpdate): object =>
  Object.fromEntries(
    Object.entries(form).filter(([field]) => field !== 'secrets' && field !== 'version')
  );

/**
 * The secrets after an update.
 *
 * @throws WatchkeeperError `invalid_input` at the secret that has to be given again.
 */
export const mergeSecrets = (
  type: DestinationType,
  given: NonNullable<ParsedUpdate['secrets']>,
  stored: Secrets | undefined
): Secrets => kindOf(type).mergeSecrets(given as never, stored) as Secrets;
