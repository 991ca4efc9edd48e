import React from 'react';
import type {
  Destination,
  DestinationType,
  MessageContent,
} from '../../../common/notifications/destination';
import type { SaveDestination, UpdateDestination } from '../../../common/notifications/api';
import type { FieldProblem } from '../../../common/errors';
import type { DestinationKind, StoredDestination } from './kind';
import { slackKind } from './slack';
import type { SlackFields } from './slack';
import { webhookKind } from './webhook';
import type { WebhookFields } from './webhook';

/** The fields that each kind's form holds. */
export interface FieldsOf {
  slack: SlackFields;
  webhook: WebhookFields;
}

type Kinds = { [T in DestinationType]: DestinationKind<T, FieldsOf[T]> };

const KINDS: Kinds = { slack: slackKind, webhook: webhookKind };

/** A destination in the form: its kind decides what its fields are. */
export type DestinationForm<T extends DestinationType = DestinationType> = {
  [K in T]: { type: K; name: string; fields: FieldsOf[K] };
}[T];

type StoredOf<T extends DestinationType = DestinationType> = {
  [K in T]: { type: K; name: string } & Extract<Destination, { type: K }>;
}[T];

export const DESTINATION_TYPES = Object.keys(KINDS) as DestinationType[];

export const kindOf = <T extends DestinationType>(type: T): Kinds[T] => KINDS[type];

export const emptyForm = <T extends DestinationType>(type: T, name = ''): DestinationForm<T> => ({
  type,
  name,
  fields: KINDS[type].empty(),
});

export const formOfStored = <T extends DestinationType>(
  destination: StoredOf<T>,
  hasSecrets: boolean
): DestinationForm<T> => ({
  type: destination.type,
  name: destination.name,
  fields: KINDS[destination.type].fromStored(destination, hasSecrets),
});

export const toSave = <T extends DestinationType>(form: DestinationForm<T>): SaveDestination =>
  KINDS[form.type].toSave(form.name, form.fields);

export const toUpdate = <T extends DestinationType>(
  form: DestinationForm<T>,
  version: string
): UpdateDestination => KINDS[form.type].toUpdate(form.name, version, form.fields);

export const kindProblems = <T extends DestinationType>(
  form: DestinationForm<T>,
  stored?: StoredDestination
): FieldProblem[] => KINDS[form.type].problems(form.fields, stored);

/** How a destination is configured, in short. */
export const summaryOf = <T extends DestinationType>(destination: StoredOf<T>): string =>
  KINDS[destination.type].summary(destination);

type AnyPreview = React.ComponentType<{ destination: Destination; content: MessageContent }>;

/** A message as its receiver will have it. */
export const lookOf = <T extends DestinationType>(
  destination: StoredOf<T>,
  content: MessageContent
): React.ReactElement =>
  // Its own kind's: the compiler does not follow which of them `T` is.
  React.createElement(KINDS[destination.type].Preview as unknown as AnyPreview, {
    destination,
    content,
  });
