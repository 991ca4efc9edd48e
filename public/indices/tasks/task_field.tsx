import React from 'react';
import type { ReactElement, ReactNode } from 'react';
import { EuiCompressedFieldText, EuiCompressedFormRow, EuiCompressedSwitch } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';

/** What the fields of a form know: what is wrong, each at its field. */
export type Problems = readonly FieldProblem[];

const messagesAt = (problems: Problems, field: string): string[] =>
  problems.filter((problem) => problem.field === field).map(({ message }) => message);

export const FieldRow: React.FC<{
  field: string;
  label: string;
  problems: Problems;
  help?: ReactNode;
  children: (isInvalid: boolean) => ReactElement;
}> = ({ field, label, problems, help, children }) => {
  const messages = messagesAt(problems, field);
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      helpText={help}
      isInvalid={messages.length > 0}
      error={messages}
    >
      {children(messages.length > 0)}
    </EuiCompressedFormRow>
  );
};

/** A field of one line. */
export const TextRow: React.FC<{
  field: string;
  label: string;
  problems: Problems;
  help?: ReactNode;
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
}> = ({ field, label, problems, help, value, placeholder, onChange }) => (
  <FieldRow field={field} label={label} problems={problems} help={help}>
    {(isInvalid) => (
      <EuiCompressedFieldText
        fullWidth
        value={value}
        placeholder={placeholder}
        isInvalid={isInvalid}
        onChange={(event) => onChange(event.target.value)}
        data-test-subj={`taskField-${field}`}
      />
    )}
  </FieldRow>
);

export const SwitchRow: React.FC<{
  field: string;
  label: string;
  problems: Problems;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}> = ({ field, label, problems, help, checked, onChange }) => {
  const messages = messagesAt(problems, field);
  return (
    <EuiCompressedFormRow
      fullWidth
      helpText={help}
      isInvalid={messages.length > 0}
      error={messages}
    >
      <EuiCompressedSwitch
        label={label}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        data-test-subj={`taskField-${field}`}
      />
    </EuiCompressedFormRow>
  );
};
