import React from 'react';
import type { ReactElement, ReactNode } from 'react';
import { EuiCompressedFormRow } from '@elastic/eui';
import { useEditor } from './editor_model';
import { placedMessage } from './json_lint';

/** A form row whose errors are those of a field. The child is told by `isInvalid`, where it can show it. */
export const Field: React.FC<{
  /** Dotted path in the monitor. */
  field: string;
  label: string;
  helpText?: ReactNode;
  labelAppend?: ReactElement;
  /** Only of the field itself: what is within it is shown elsewhere. */
  own?: boolean;
  children: (isInvalid: boolean) => ReactElement;
}> = ({ field, label, helpText, labelAppend, own = false, children }) => {
  const { problemsAt } = useEditor();
  const errors = problemsAt(field)
    .filter((problem) => !own || problem.field === field)
    .map(placedMessage);
  const isInvalid = errors.length > 0;
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      labelAppend={labelAppend}
      helpText={helpText}
      isInvalid={isInvalid}
      error={errors}
      data-invalid-field={isInvalid ? field : undefined}
      data-test-subj={`field-${field}`}
    >
      {children(isInvalid)}
    </EuiCompressedFormRow>
  );
};

/** As `Field`, for what is no single input: an editor with a bar above it. */
export const FieldGroup: React.FC<{
  field: string;
  /** Only of the field itself: what is within it is shown elsewhere. */
  own?: boolean;
}> = ({ field, own = false, children }) => {
  const { problemsAt } = useEditor();
  const problems = problemsAt(field).filter((problem) => !own || problem.field === field);
  return (
    <div
      data-invalid-field={problems.length > 0 ? field : undefined}
      data-test-subj={`field-${field}`}
    >
      {children}
      {problems.map((problem) => (
        <div key={`${problem.field} ${problem.message}`} className="euiFormErrorText" role="alert">
          {placedMessage(problem)}
        </div>
      ))}
    </div>
  );
};

const FOCUSABLE = 'input, select, textarea, [contenteditable=true], button';

/** Brings the first field with a problem into view, and the keyboard to it. */
export const showFirstProblem = (form: HTMLElement | null): void => {
  const field = form?.querySelector('[data-invalid-field]');
  if (!field) return;
  field.scrollIntoView({ block: 'center' });
  const input = field.querySelector(FOCUSABLE);
  if (input instanceof HTMLElement) input.focus({ preventScroll: true });
};
