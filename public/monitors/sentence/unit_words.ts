import { i18n } from '@osd/i18n';

/** A unit of time, short, as it stands behind a number. */
export const unitLabel = (unit: 's' | 'm' | 'h' | 'd'): string => {
  switch (unit) {
    case 's':
      return i18n.translate('watchkeeper.first.secondsLabel', { defaultMessage: 's' });
    case 'm':
      return i18n.translate('watchkeeper.first.minutesLabel', { defaultMessage: 'min' });
    case 'h':
      return i18n.translate('watchkeeper.first.hoursLabel', { defaultMessage: 'h' });
    case 'd':
      return i18n.translate('watchkeeper.first.daysLabel', { defaultMessage: 'd' });
  }
};
