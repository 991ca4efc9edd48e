import type { ComponentType } from 'react';
import type { IconType } from '@elastic/eui';
import type {
  Destination,
  DestinationType,
  MessageContent,
} from '../../../common/notifications/destination';
import type { SaveDestination, UpdateDestination } from '../../../common/notifications/api';
import type { FieldProblem } from '../../../common/errors';

/** What the server keeps of the destination that is edited. Absent while one is created. */
export interface StoredDestination {
  version: string;
  /** Scheme, host and port of the stored URL: all of it that is ever shown. */
  origin: string;
  /** False: its secrets are gone and every one of them has to be given again. */
  has_secrets: boolean;
}

/** The messages that belong to a field of the request, for example `secrets.url`. */
export type ProblemsAt = (field: string) => string[];

export interface KindFieldsProps<Fields> {
  fields: Fields;
  onChange: (fields: Fields) => void;
  problemsAt: ProblemsAt;
  /** All of them, with positions in texts. */
  allProblems: readonly FieldProblem[];
  stored?: StoredDestination;
}

/** A message to such a destination. */
export interface LookProps<Type extends DestinationType> {
  destination: Extract<Destination, { type: Type }>;
  content: MessageContent;
}

/**
 * One kind of destination, as the browser knows it. A new kind is one file with a value of this type, and one line in
 * `registry.ts`.
 */
export interface DestinationKind<Type extends DestinationType, Fields> {
  type: Type;
  label: string;
  description: string;
  icon: IconType;
  /** What a form for a new destination starts with. */
  empty: () => Fields;
  /** What a form for a stored one starts with; secrets are never in it. */
  fromStored: (destination: Extract<Destination, { type: Type }>, hasSecrets: boolean) => Fields;
  toSave: (name: string, fields: Fields) => Extract<SaveDestination, { type: Type }>;
  toUpdate: (
    name: string,
    version: string,
    fields: Fields
  ) => Extract<UpdateDestination, { type: Type }>;
  /** What the request's schema cannot see: for example two rows with one name, or a secret that must come again. */
  problems: (fields: Fields, stored?: StoredDestination) => FieldProblem[];
  /** How it is configured, for lists: no secrets. */
  summary: (destination: Extract<Destination, { type: Type }>) => string;
  Fields: ComponentType<KindFieldsProps<Fields>>;
  /** A message as its receiver will have it. It renders what is sent (`renderWire`), and nothing of it as HTML. */
  Preview: ComponentType<LookProps<Type>>;
}
