import { i18n } from '@osd/i18n';
import type { SaveDestination } from '../../../common/notifications/api';
import { labelOfKind } from '../../notifications/types';

/** Where the message of a first monitor goes. */
export type DestinationChoice =
  | { kind: 'existing'; id: string }
  /** Made when the monitor is. `name` is undefined as long as nobody has written one. */
  | { kind: 'new'; url: string; type?: NewType; name?: string }
  | { kind: 'none' };

export const NEW_TYPES = ['slack', 'webhook'] as const;
export type NewType = (typeof NEW_TYPES)[number];

const hostOf = (url: string): string => {
  try {
    return new URL(url.trim()).hostname;
  } catch {
    return '';
  }
};

/** What speaks there, by its address. */
export const typeOfUrl = (url: string): NewType =>
  /(^|\.)slack(-gov)?\.com$/.test(hostOf(url)) ? 'slack' : 'webhook';

export const typeOf = ({ type, url }: Extract<DestinationChoice, { kind: 'new' }>): NewType =>
  type ?? typeOfUrl(url);

/** The name that is filled in, until somebody writes another. */
export const nameOf = (choice: Extract<DestinationChoice, { kind: 'new' }>): string => {
  if (choice.name !== undefined) return choice.name;
  const type = typeOf(choice);
  const host = hostOf(choice.url);
  return type === 'slack' || host === ''
    ? labelOfKind(type)
    : i18n.translate('watchkeeper.first.webhookAtName', {
        defaultMessage: 'Webhook at {host}',
        values: { host },
      });
};

export const toSaveDestination = (
  choice: Extract<DestinationChoice, { kind: 'new' }>
): SaveDestination => {
  const url = choice.url.trim();
  const name = nameOf(choice).trim();
  return typeOf(choice) === 'slack'
    ? { type: 'slack', name, secrets: { url } }
    : { type: 'webhook', name, method: 'POST', secrets: { url, headers: {} } };
};
