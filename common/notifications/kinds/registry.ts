import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import type { ChatLook } from './chat/chat_look';
import { heartbeat } from './heartbeat';
import { isSuccess } from './kind';
import type {
  DestinationKind,
  Judgement,
  MadeMessage,
  MessageContent,
  Rate,
  RequestTools,
  WireBody,
  WireRequest,
} from './kind';
import { alertmanager } from './alertmanager';
import { chime } from './chime';
import { dingtalk } from './dingtalk';
import { discord } from './discord';
import { email } from './email';
import { feishu } from './feishu';
import { googlechat } from './googlechat';
import { indexDocument } from './index_document';
import { mattermost } from './mattermost';
import { opsgenie } from './opsgenie';
import { pagerduty } from './pagerduty';
import { rocketchat } from './rocketchat';
import { slack } from './slack';
import { slackBot } from './slack_bot';
import { sns } from './sns';
import { teams } from './teams';
import { telegram } from './telegram';
import { webex } from './webex';
import { webhook } from './webhook';
import { wecom } from './wecom';

/** A new kind joins here; every schema and every look-up below follows. The order is that of the form's choice. */
const KINDS = [
  slack,
  slackBot,
  email,
  webhook,
  dingtalk,
  wecom,
  feishu,
  teams,
  discord,
  telegram,
  mattermost,
  rocketchat,
  googlechat,
  webex,
  chime,
  pagerduty,
  opsgenie,
  alertmanager,
  sns,
  indexDocument,
  heartbeat,
] as const;

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
 * On update, `secrets` may be left out: those that are stored stay. So does a single one that is not named; null removes
 * it. In a webhook's headers a value of null keeps the stored one; a header that is not named is dropped.
 */
export const updateDestinationSchema = z.discriminatedUnion('type', each('update'));
export type UpdateDestination = z.input<typeof updateDestinationSchema>;
export type ParsedUpdate = z.output<typeof updateDestinationSchema>;

type KindOf<T extends DestinationType> = Extract<Kinds[number], { type: T }>;
export type SecretsOf<T extends DestinationType> = z.output<KindOf<T>['secrets']>;
/** The secrets of any kind. Which one is known by the destination that they are for. */
export type Secrets = SecretsOf<DestinationType>;

const BY_TYPE = new Map<string, Kinds[number]>(KINDS.map((kind) => [kind.type, kind]));

export const DESTINATION_TYPES: readonly DestinationType[] = KINDS.map(({ type }) => type);

/**
 * The kind, its types wide: callers pass it only what belongs to a destination of this very kind, and what comes out is
 * parsed by the kind's own schemas.
 */
export const kindOf = (type: DestinationType): DestinationKind => {
  const kind = BY_TYPE.get(type);
  if (!kind) throw new Error(`There is no kind of destination called ${type}.`);
  return kind as unknown as DestinationKind;
};

/** In English; pages say it in their language. */
export const labelOf = (type: DestinationType): string => kindOf(type).label.defaultMessage;

/** Whether such a destination keeps an incident: it is told of acknowledgements and of every end. */
export const followsAlerts = (type: DestinationType): boolean => kindOf(type).follows === true;

/** Whether messages about the same go to such a destination one after the other, in the order of their making. */
export const keepsOrder = (type: DestinationType): boolean =>
  followsAlerts(type) && kindOf(type).inAnyOrder !== true;

/** Whether a test message opens an incident there, which is to be closed after it. */
export const opensByTest = (type: DestinationType): boolean => kindOf(type).opensByTest === true;

/** What it takes: as the destination says, else as its kind does. Undefined: whatever comes. */
export const rateOf = (destination: Destination): Rate | undefined =>
  destination.rate_limit ?? kindOf(destination.type).rate;

/** Whether messages that wait for such a destination may go out as one. */
export const mayDigest = (type: DestinationType): boolean => kindOf(type).digests === true;

/** Why a message is not, or not any more, sent to such a destination; undefined where it is. */
export const whyPassedOver = (
  destination: Destination,
  message: MadeMessage,
  now: number
): string | undefined => kindOf(destination.type).passesOver?.(destination, message, now);

/** The body that goes over the wire; the page's preview and sending both call this. */
export const renderWire = (destination: Destination, content: MessageContent): WireBody =>
  kindOf(destination.type).render(destination, content);

/** What people see of it, with what was changed for the receiver; undefined where that is a request. */
export const lookOf = (
  destination: Destination,
  content: MessageContent
): (ChatLook & Pick<WireBody, 'notes'>) | undefined => {
  const { look } = kindOf(destination.type);
  if (!look) return undefined;
  const wire = renderWire(destination, content);
  return { ...look(wire), notes: wire.notes };
};

/** The request that carries it; undefined for kinds that have a sender of their own. */
export const requestOf = (
  destination: Destination,
  secrets: Secrets,
  content: MessageContent,
  tools: RequestTools
): WireRequest | undefined =>
  kindOf(destination.type).request?.(destination, secrets, content, tools);

/** What the receiver's answer means; undefined where only its status tells, and that is no success. */
export const judgeAnswer = (
  type: DestinationType,
  status: number,
  answer: string
): Judgement | undefined =>
  kindOf(type).judge?.(status, answer) ?? (isSuccess(status) ? { result: 'sent' } : undefined);

/** What no schema can see, for example a body template that does not parse. */
export const problemsOfDestination = (
  destination: Destination,
  secrets?: Secrets
): FieldProblem[] => kindOf(destination.type).problems?.(destination, secrets) ?? [];
