import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox, EuiScreenReaderOnly, htmlIdGenerator } from '@elastic/eui';
import { useDebounced } from '../../shared/debounced';
import { useMonitorNames, useMonitorOfAlert } from '../alert_queries';

const PAUSE = 250;

/** Alerts of one monitor only. */
export const MonitorFilter: React.FC<{ id: string; onChange: (id: string) => void }> = ({
  id,
  onChange,
}) => {
  const [typed, setTyped] = useState('');
  // The list costs more requests than the alerts: it is read when somebody looks for a monitor.
  const [wanted, setWanted] = useState(false);
  const names = useMonitorNames(useDebounced(typed, PAUSE), wanted);
  const name = useMonitorOfAlert(id)?.monitor.name;
  const label = i18n.translate('watchkeeper.alerts.monitorFilterLabel', {
    defaultMessage: 'All monitors',
  });
  const accessibleLabel = i18n.translate('watchkeeper.alerts.monitorFilterAriaLabel', {
    defaultMessage: 'Filter by monitor',
  });
  const [inputId] = useState(htmlIdGenerator('monitorFilter'));
  return (
    <>
      {/* The component would put an `aria-label` on the box around its text field. */}
      <EuiScreenReaderOnly>
        <label htmlFor={inputId}>{accessibleLabel}</label>
      </EuiScreenReaderOnly>
      <EuiComboBox
        id={inputId}
        compressed
        fullWidth
        // A deleted monitor still has alerts; then its id stands for the name.
        selectedOptions={id === '' ? [] : [{ label: name ?? id, key: id }]}
        options={(names.data?.items ?? []).map((monitor) => ({
          label: monitor.name,
          key: monitor.id,
        }))}
        singleSelection={{ asPlainText: true }}
        async
        isLoading={names.isFetching}
        placeholder={label}
        onFocus={() => setWanted(true)}
        onSearchChange={setTyped}
        onChange={(options) => onChange(options[0]?.key ?? '')}
        data-test-subj="alertsMonitorFilter"
      />
    </>
  );
};
