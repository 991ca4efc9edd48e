import { i18n } from '@osd/i18n';
import type { ImportResult, ImportRow } from '../../../common/import/api';
import { typeLabel } from '../type_words';

/** What a row is. */
export const kindLabel = ({
  kind,
  monitor_type: type,
  destination_type: destination,
}: ImportRow) => {
  if (kind === 'monitor' && type) return typeLabel(type);
  if (kind === 'destination') {
    const label = i18n.translate('watchkeeper.takeOver.destinationLabel', {
      defaultMessage: 'Destination',
    });
    return destination ? `${label}: ${destination}` : label;
  }
  return kind === 'monitor'
    ? i18n.translate('watchkeeper.takeOver.monitorLabel', { defaultMessage: 'Monitor' })
    : i18n.translate('watchkeeper.takeOver.unknownLabel', { defaultMessage: 'Unknown' });
};

export const outcomeLabel = ({ outcome }: ImportResult): string => {
  switch (outcome) {
    case 'created':
      return i18n.translate('watchkeeper.takeOver.createdLabel', { defaultMessage: 'Created' });
    case 'replaced':
      return i18n.translate('watchkeeper.takeOver.replacedLabel', { defaultMessage: 'Replaced' });
    case 'kept':
      return i18n.translate('watchkeeper.takeOver.keptLabel', { defaultMessage: 'Kept' });
    case 'refused':
      return i18n.translate('watchkeeper.takeOver.refusedLabel', { defaultMessage: 'Refused' });
  }
};

/** Where a row has no name, its place among the pasted documents. */
export const nameOf = ({ name, key }: { name: string; key: string }): string => {
  if (name !== '') return name;
  const place = /^\d+$/.test(key) ? String(Number(key) + 1) : key;
  return i18n.translate('watchkeeper.takeOver.documentName', {
    defaultMessage: 'Document {place}',
    values: { place },
  });
};
