import React from 'react';
import { EuiCompressedFormRow } from '@elastic/eui';
import { say } from '../../../shared/say';
import { DraftField } from '../draft_field';
import { paramOf, paramText, shownAs } from '../param_text';
import { exampleOf, helpOf } from './field_help';
import { faultsOf, faultsWithin } from './field_props';
import type { FieldProps } from './field_props';

/** Whatever is written as a text: words, numbers, durations, sizes, templates; and as JSON what has no other form. */
export const LineField: React.FC<FieldProps> = (props) => {
  const { param, value, onChange, path, problems } = props;
  const { type, name, label } = param;
  const as = shownAs(type, value);
  const faults = [
    ...new Set([...faultsOf(props), ...(as === 'json' ? faultsWithin(problems, path) : [])]),
  ];
  const change = (text: string): boolean => {
    const { taken, value: next } = paramOf(type, as, text, value);
    if (taken) onChange(next);
    return taken;
  };
  return (
    <EuiCompressedFormRow
      label={say(label)}
      helpText={helpOf(param)}
      isInvalid={faults.length > 0}
      error={faults}
      fullWidth
    >
      <DraftField
        value={paramText(type, value)}
        onChange={change}
        lines={as === 'json' || as === 'lines'}
        numeric={as === 'number'}
        isInvalid={faults.length > 0}
        placeholder={exampleOf(param)}
        data-test-subj={`param-${name}`}
      />
    </EuiCompressedFormRow>
  );
};
