import React from 'react';
import { EuiCompressedSelect, EuiFlexItem } from '@elastic/eui';

/** Alerts with one tag, or of one owner; not there where there are none. */
export const NameFilter: React.FC<{
  /** Empty for all. */
  value: string;
  names: readonly string[];
  /** The choice of all of them. */
  all: string;
  label: string;
  onChange: (name: string) => void;
  'data-test-subj': string;
}> = ({ value, names, all, label, onChange, ...rest }) => {
  // What is chosen stays a choice, also where nothing matches it any more.
  const choices = value === '' || names.includes(value) ? names : [value, ...names];
  if (choices.length === 0) return null;
  return (
    <EuiFlexItem grow={false} style={{ maxWidth: 180 }}>
      <EuiCompressedSelect
        options={[
          { value: '', text: all },
          ...choices.map((name) => ({ value: name, text: name })),
        ]}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-label={label}
        {...rest}
      />
    </EuiFlexItem>
  );
};
