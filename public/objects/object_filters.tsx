import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox, EuiScreenReaderOnly, htmlIdGenerator } from '@elastic/eui';
import { useDebounced } from '../shared/debounced';
import {
  useDestinationById,
  useDestinationNames,
  useMonitorById,
  useMonitorNames,
} from './named_objects';

const PAUSE = 250;

interface Named {
  id: string;
  name: string;
}

/** One of many, found by its name. */
const ObjectFilter: React.FC<{
  id: string;
  /** Of the chosen; undefined where it is not known, as of what was deleted: then the id stands for it. */
  name: string | undefined;
  /** Reads those whose names begin so. Not asked before somebody looks for one: lists cost more than what they filter. */
  useFound: (typed: string, wanted: boolean) => { found: Named[]; isLoading: boolean };
  all: string;
  label: string;
  onChange: (id: string) => void;
  mark: string;
}> = ({ id, name, useFound, all, label, onChange, mark }) => {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(false);
  const { found, isLoading } = useFound(useDebounced(typed, PAUSE), wanted);
  const [inputId] = useState(htmlIdGenerator('objectFilter'));
  return (
    <>
      {/* The component would put an `aria-label` on the box around its text field. */}
      <EuiScreenReaderOnly>
        <label htmlFor={inputId}>{label}</label>
      </EuiScreenReaderOnly>
      <EuiComboBox
        id={inputId}
        compressed
        fullWidth
        selectedOptions={id === '' ? [] : [{ label: name ?? id, key: id }]}
        options={found.map((one) => ({ label: one.name, key: one.id }))}
        singleSelection={{ asPlainText: true }}
        async
        isLoading={isLoading}
        placeholder={all}
        onFocus={() => setWanted(true)}
        onSearchChange={setTyped}
        onChange={(options) => onChange(options[0]?.key ?? '')}
        data-test-subj={mark}
      />
    </>
  );
};

interface FilterProps {
  /** Empty for all. */
  id: string;
  onChange: (id: string) => void;
  'data-test-subj': string;
}

const useMonitorsFound = (typed: string, wanted: boolean) => {
  const { data, isFetching } = useMonitorNames(typed, wanted);
  return { found: data?.items ?? [], isLoading: isFetching };
};

/** What is of one monitor only. */
export const MonitorFilter: React.FC<FilterProps> = ({ id, onChange, 'data-test-subj': mark }) => (
  <ObjectFilter
    id={id}
    name={useMonitorById(id)?.monitor.name}
    useFound={useMonitorsFound}
    all={i18n.translate('watchkeeper.alerts.monitorFilterLabel', {
      defaultMessage: 'All monitors',
    })}
    label={i18n.translate('watchkeeper.alerts.monitorFilterAriaLabel', {
      defaultMessage: 'Filter by monitor',
    })}
    onChange={onChange}
    mark={mark}
  />
);

const useDestinationsFound = (typed: string, wanted: boolean) => {
  const { data, isFetching } = useDestinationNames(typed, wanted);
  const found = (data?.items ?? []).map((record) => ({
    id: record.id,
    name: record.destination.name,
  }));
  return { found, isLoading: isFetching };
};

/** What goes to one destination only. */
export const DestinationFilter: React.FC<FilterProps> = ({
  id,
  onChange,
  'data-test-subj': mark,
}) => (
  <ObjectFilter
    id={id}
    name={useDestinationById(id)?.destination.name}
    useFound={useDestinationsFound}
    all={i18n.translate('watchkeeper.deliveries.allDestinationsLabel', {
      defaultMessage: 'All destinations',
    })}
    label={i18n.translate('watchkeeper.deliveries.destinationFilterAriaLabel', {
      defaultMessage: 'Filter by destination',
    })}
    onChange={onChange}
    mark={mark}
  />
);
