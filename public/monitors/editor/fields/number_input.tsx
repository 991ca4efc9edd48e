import React from 'react';
import { EuiCompressedFieldNumber } from '@elastic/eui';

/** A whole number; empty is `undefined`. What is no number is `NaN`, for which the schema has words. */
export const NumberInput: React.FC<{
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  isInvalid?: boolean;
  min?: number;
  placeholder?: string;
  'aria-label': string;
  mark: string;
}> = ({ value, onChange, isInvalid, min = 1, placeholder, mark, ...rest }) => (
  <EuiCompressedFieldNumber
    fullWidth
    min={min}
    step={1}
    isInvalid={isInvalid}
    placeholder={placeholder}
    value={value === undefined || Number.isNaN(value) ? '' : value}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)}
    aria-label={rest['aria-label']}
    data-test-subj={mark}
  />
);
