import type { z } from 'zod';
import type { FieldProblem } from '../../errors';
import type { Phrase } from '../../phrase';
import type { ChatLook } from './chat/chat_look';
import type { MessageFacts } from '../message_facts';
import type { FormField } from './form_field';
import type { MessageContent } from './message_content';
import type { WireTls } from './tls_settings';

export type { MessageContent } from './message_content';

/**
 * One kind of destination, without I/O: a file here with a value of this type and a line in `registry.ts` make a kind
 * that is spoken to by HTTP. Others have a sender in `server/notifications/destinations/` too.
 */
export interface DestinationKind<
  Type extends string = string,
  Saved extends z.ZodObject = z.ZodObject,
  Save extends z.ZodObject = z.ZodObject,
  Update extends z.ZodObject = z.ZodObject,
  Secrets extends z.ZodObject = z.ZodObject,
> extends KindManners<z.output<Saved>, z.output<Secrets>> {
  type: Type;
  /** What is saved, listed and exported. Nothing in it is secret. */
  saved: Saved;
  /** What a form sends for a new one: the visible fields, and all secrets. */
  save: Save;
  /** What a form sends for a stored one: `version`, and `secrets` only where some change. */
  update: Update;
  /** The whole of what is secret. It is sealed as one, bound to the destination's origin. */
  secrets: Secrets;
}

/** What is particular to a kind, apart from its schemas. */
export interface KindManners<Saved, Secrets> {
  label: Phrase;
  description: Phrase;
  /** An icon of OUI. */
  icon: string;
  fields: readonly FormField[];
  /**
   * Scheme, host and port that it sends to: what its secrets are bound to. Undefined where only the secrets tell, and
   * they are not at hand.
   */
  origin(settings: Omit<Saved, 'origin'>, secrets: Secrets | undefined): string | undefined;
  /** How it is configured, in a few words for lists. Nothing secret. */
  summary?(destination: Saved): string | Phrase;
  /** What the schema cannot see, for example a template that does not parse. */
  problems?(destination: Saved, secrets: Secrets | undefined): FieldProblem[];
  /** The body that goes over the wire. The page's preview calls this too: preview = what is sent. */
  render(destination: Saved, content: MessageContent): WireBody;
  /** Where the body goes, and what goes with it. Absent where the kind has a sender of its own. */
  request?(
    destination: Saved,
    secrets: Secrets,
    content: MessageContent,
    tools: RequestTools
  ): WireRequest;
  /** How people see what is sent, read from that very body. Without it, pages show the request. */
  look?(wire: WireBody): ChatLook;
  /** What an answer means; undefined: what its status says. Many receivers refuse with status 200. */
  judge?(status: number, answer: string): Judgement | undefined;
  /** How much it takes, unless the destination says otherwise. */
  rate?: Rate;
  /** What waits because of the rate may go out as one message. */
  digests?: boolean;
  /** Why a message is not sent to it, or not any more at this instant; undefined where it is. */
  passesOver?(destination: Saved, message: MadeMessage, now: number): string | undefined;
  /** It keeps an incident: it is told of acknowledgements and of every end, in order. */
  follows?: boolean;
  /** A test message opens an incident as well: it is told at once that it is over. */
  opensByTest?: boolean;
  /** It keeps each message by itself, so that none waits for another, or comes too late. */
  inAnyOrder?: boolean;
}

/** What is known of a message before it is rendered. */
export interface MadeMessage {
  facts?: Pick<MessageFacts, 'event'>;
  /** Epoch milliseconds. */
  created_at: number;
}

export interface Rate {
  messages: number;
  per_seconds: number;
}

export interface WireBody {
  /** Absent where the method carries none. */
  body?: string;
  content_type?: string;
  /** What was changed so that the receiver takes it, for example that it was cut. */
  notes: string[];
}

export interface WireRequest {
  url: string;
  /** POST, unless said. */
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** Instead of what was rendered, where secrets or the time belong into the body. */
  body?: string;
  tls?: WireTls;
  /** Scheme, host and port of an HTTP proxy, one that the configuration lists. */
  proxy?: string;
}

/** What `common/` cannot do by itself. */
export interface RequestTools {
  /** Epoch milliseconds. */
  now: number;
  /** HMAC-SHA256 of a text, in base64. */
  hmacSha256(key: string, text: string): string;
}

export type Judgement =
  | { result: 'sent' }
  /** Milliseconds that the receiver asked to be left alone for. */
  | { result: 'retry'; reason?: string; retryAfter?: number }
  | { result: 'parked'; reason: string };

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
