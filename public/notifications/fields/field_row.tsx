import React from 'react';
import { EuiCompressedFormRow } from '@elastic/eui';
import { say } from '../../shared/say';
import type { FieldProps } from './field_props';

/** Label, help and problems of a field. */
export const FieldRow: React.FC<{
  field: FieldProps['field'];
  problems: string[];
  /** Said above the help of the field. */
  note?: React.ReactNode;
  children: React.ReactElement;
}> = ({ field: { label, help }, problems, note, children }) => (
  <EuiCompressedFormRow
    fullWidth
    label={say(label)}
    isInvalid={problems.length > 0}
    error={problems}
    helpText={[note, help && say(help)].filter((text) => text !== undefined && text !== '')}
  >
    {children}
  </EuiCompressedFormRow>
);
