import { APP_IDS } from '../plugin';

const segment = encodeURIComponent;

/**
 * Links to our own pages for people who are elsewhere: in a chat, in their mail.
 *
 * @param baseUrl `public_base_url` of the configuration, without a slash at its end; without it there are no links
 * @returns an empty text where there is no link
 */
export const alertUrl = (baseUrl: string | undefined, alertId: string): string =>
  baseUrl ? `${baseUrl}/app/${APP_IDS.alerts}/${segment(alertId)}` : '';

/** The open alerts of a monitor. */
export const alertsUrl = (baseUrl: string | undefined, monitorId: string): string =>
  baseUrl ? `${baseUrl}/app/${APP_IDS.alerts}?monitor_id=${segment(monitorId)}` : '';

export const monitorUrl = (baseUrl: string | undefined, monitorId: string): string =>
  baseUrl && monitorId ? `${baseUrl}/app/${APP_IDS.monitors}/${segment(monitorId)}` : '';
