import { i18n } from '@osd/i18n';
import type { Message } from '../../../common/notifications/message';

export const deliveriesTitle = (): string =>
  i18n.translate('watchkeeper.deliveries.title', { defaultMessage: 'Deliveries' });

/** What a message is called. */
export const nameOfMessage = ({
  subject,
  action_name: action,
}: Pick<Message, 'subject' | 'action_name'>): string =>
  subject.trim() ||
  i18n.translate('watchkeeper.deliveries.noSubjectText', {
    defaultMessage: '{action}, without a subject',
    values: { action },
  });
