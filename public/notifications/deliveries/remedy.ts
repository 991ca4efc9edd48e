import { i18n } from '@osd/i18n';
import type { Message } from '../../../common/notifications/message';

/** What is known of where a message goes. */
export interface WhereTo {
  /** It was deleted. */
  isGone: boolean;
  /** Undefined while that is not known. */
  hasSecrets?: boolean;
}

const refused = (status: number): string => {
  if (status === 401 || status === 403) {
    return i18n.translate('watchkeeper.deliveries.remedy.credentialsText', {
      defaultMessage:
        'The receiver does not accept the credentials: give the destination’s secrets again, test it, then send the message again.',
    });
  }
  if (status === 404 || status === 410) {
    return i18n.translate('watchkeeper.deliveries.remedy.addressText', {
      defaultMessage:
        'The receiver knows no such address (any more): correct the destination’s, test it, then send the message again.',
    });
  }
  return i18n.translate('watchkeeper.deliveries.remedy.contentText', {
    defaultMessage:
      'The receiver does not take the message as it is: see its answer below, mend the destination, test it, then send the message again.',
  });
};

/** What to do about a message that was given up. */
export const remedyOf = (
  { attempts }: Pick<Message, 'attempts'>,
  { isGone, hasSecrets }: WhereTo
): string => {
  if (isGone) {
    return i18n.translate('watchkeeper.deliveries.remedy.goneText', {
      defaultMessage:
        'Its destination was deleted, so it cannot be sent any more. Give the monitor’s action another destination.',
    });
  }
  if (hasSecrets === false) {
    return i18n.translate('watchkeeper.deliveries.remedy.secretsText', {
      defaultMessage:
        'The destination lacks its secrets: give them again, test it, then send the message again.',
    });
  }
  const status = attempts[attempts.length - 1]?.status;
  if (status !== undefined && status >= 400 && status < 500) return refused(status);
  return i18n.translate('watchkeeper.deliveries.remedy.reachText', {
    defaultMessage:
      'Test the destination; as soon as its receiver answers again, send the message again.',
  });
};
