import React from 'react';
import type { ReactElement, ReactNode } from 'react';
import { EuiCompressedFieldText, EuiCompressedSelect, EuiCompressedTextArea } from '@elastic/eui';
import { Field } from '../field';

interface TextFieldProps {
  /** Dotted path in the monitor. */
  field: string;
  label: string;
  helpText?: ReactNode;
  labelAppend?: ReactElement;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  mark: string;
}

/** A line of text at a field of the monitor. */
export const TextField: React.FC<TextFieldProps> = ({
  field,
  label,
  helpText,
  labelAppend,
  placeholder,
  value,
  onChange,
  mark,
}) => (
  <Field field={field} label={label} helpText={helpText} labelAppend={labelAppend}>
    {(isInvalid) => (
      <EuiCompressedFieldText
        fullWidth
        isInvalid={isInvalid}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        data-test-subj={mark}
      />
    )}
  </Field>
);

/** Some lines of text: scripts, expressions, templates. */
export const LinesField: React.FC<TextFieldProps & { rows?: number }> = ({
  field,
  label,
  helpText,
  placeholder,
  value,
  onChange,
  mark,
  rows = 2,
}) => (
  <Field field={field} label={label} helpText={helpText}>
    {(isInvalid) => (
      <EuiCompressedTextArea
        fullWidth
        rows={rows}
        className="eui-textBreakWord"
        style={{ fontFamily: 'monospace' }}
        isInvalid={isInvalid}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        data-test-subj={mark}
      />
    )}
  </Field>
);

/** One of a few values. */
export const ChoiceField = <V extends string>({
  field,
  label,
  helpText,
  options,
  value,
  onChange,
  mark,
}: {
  field: string;
  label: string;
  helpText?: ReactNode;
  options: ReadonlyArray<{ value: V; text: string }>;
  value: V;
  onChange: (value: V) => void;
  mark: string;
}): ReactElement => (
  <Field field={field} label={label} helpText={helpText}>
    {(isInvalid) => (
      <EuiCompressedSelect
        fullWidth
        isInvalid={isInvalid}
        options={[...options]}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
        data-test-subj={mark}
      />
    )}
  </Field>
);

/** The text, or nothing where it is blank: a field that was emptied is as if it had never been set. */
export const unlessBlank = (text: string): string | undefined =>
  text.trim() === '' ? undefined : text;
