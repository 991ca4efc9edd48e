import { i18n } from '@osd/i18n';
import { MAX_NAME_LENGTH, mapTriggers } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { newId } from './new_ids';

/**
 * A copy to begin a new monitor with. It starts disabled, so that it does not run beside the original before somebody
 * has said how it differs; its triggers and actions are others than those of the original.
 */
export const cloneOf = (monitor: Monitor): Monitor => {
  const name = i18n.translate('watchkeeper.editor.cloneName', {
    defaultMessage: 'Copy of {name}',
    values: { name: monitor.name },
  });
  return {
    ...mapTriggers(monitor, (trigger) => ({
      ...trigger,
      id: newId(),
      actions: trigger.actions.map((action) => ({ ...action, id: newId() })),
    })),
    enabled_time: undefined,
    last_update_time: undefined,
    name: name.slice(0, MAX_NAME_LENGTH).trim(),
    enabled: false,
  };
};
