import { i18n } from '@osd/i18n';
import { INTERVAL_UNITS } from '../../../common/monitors/monitor';
import type { IntervalUnit } from '../../../common/monitors/monitor';

const unitText = (unit: IntervalUnit): string => {
  switch (unit) {
    case 'SECONDS':
      return i18n.translate('watchkeeper.editor.secondsLabel', { defaultMessage: 'seconds' });
    case 'MINUTES':
      return i18n.translate('watchkeeper.editor.minutesLabel', { defaultMessage: 'minutes' });
    case 'HOURS':
      return i18n.translate('watchkeeper.editor.hoursLabel', { defaultMessage: 'hours' });
    case 'DAYS':
      return i18n.translate('watchkeeper.editor.daysLabel', { defaultMessage: 'days' });
  }
};

/** To choose a unit of time from. */
export const unitOptions = (): Array<{ value: IntervalUnit; text: string }> =>
  INTERVAL_UNITS.map((value) => ({ value, text: unitText(value) }));

export const isUnit = (value: string): value is IntervalUnit =>
  INTERVAL_UNITS.some((unit) => unit === value);
