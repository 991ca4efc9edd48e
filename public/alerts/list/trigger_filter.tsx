import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexItem } from '@elastic/eui';
import { triggersOf } from '../../../common/monitors/monitor';
import { useMonitorById } from '../../objects/named_objects';
import type { ChangeList, ListState } from './list_state';

/** Alerts of one trigger of the monitor that is chosen. */
export const TriggerFilter: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state: { monitor_id: monitorId, trigger_id: triggerId },
  onChange,
}) => {
  const monitor = useMonitorById(monitorId)?.monitor;
  if (monitorId === '') return null;
  const triggers = monitor ? triggersOf(monitor) : [];
  const isKnown = triggerId === '' || triggers.some(({ id }) => id === triggerId);
  if (triggers.length < 2 && isKnown) return null;
  return (
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        options={[
          {
            value: '',
            text: i18n.translate('watchkeeper.alerts.allTriggersLabel', {
              defaultMessage: 'All triggers',
            }),
          },
          ...triggers.map(({ id, name }) => ({ value: id, text: name })),
          // One that is gone may still have past alerts.
          ...(isKnown ? [] : [{ value: triggerId, text: triggerId }]),
        ]}
        value={triggerId}
        onChange={(event) => onChange({ trigger_id: event.target.value, page: 1 })}
        aria-label={i18n.translate('watchkeeper.alerts.triggerFilterAriaLabel', {
          defaultMessage: 'Filter by trigger',
        })}
        data-test-subj="alertsTriggerFilter"
      />
    </EuiFlexItem>
  );
};
