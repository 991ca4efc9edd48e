import { i18n } from '@osd/i18n';
import { DESTINATION_TYPE, MONITOR_TYPE, TEMPLATE_TYPE } from '../../common/plugin';
import type { ImportProblem } from './transfer_api';

export const typeLabel = (type: string): string => {
  if (type === MONITOR_TYPE) {
    return i18n.translate('watchkeeper.transfer.monitorTypeLabel', { defaultMessage: 'Monitor' });
  }
  if (type === TEMPLATE_TYPE) {
    return i18n.translate('watchkeeper.transfer.templateTypeLabel', {
      defaultMessage: 'Message template',
    });
  }
  return type === DESTINATION_TYPE
    ? i18n.translate('watchkeeper.transfer.destinationTypeLabel', { defaultMessage: 'Destination' })
    : type;
};

/** Why an object did not come in. */
export const reasonOf = (problem: ImportProblem): string => {
  switch (problem.type) {
    case 'unsupported_type':
      return i18n.translate('watchkeeper.transfer.unsupportedReason', {
        defaultMessage: 'This host does not know its type, or does not import it.',
      });
    case 'missing_references':
      return i18n.translate('watchkeeper.transfer.missingReferencesReason', {
        defaultMessage: 'It refers to what is not here: {names}.',
        values: { names: problem.references.map(({ type, id }) => `${type} ${id}`).join(', ') },
      });
    case 'unknown':
      return (
        problem.message ??
        i18n.translate('watchkeeper.transfer.unknownReason', {
          defaultMessage: 'The host refused it without a reason.',
        })
      );
    case 'missing_data_source':
      return i18n.translate('watchkeeper.transfer.dataSourceReason', {
        defaultMessage: 'It belongs to a data source that is not here.',
      });
    default:
      return i18n.translate('watchkeeper.transfer.conflictReason', {
        defaultMessage: 'There is one with this id already.',
      });
  }
};
