import React from 'react';
import type { CodeEditorProps } from '../../shared/code_editor';

/** Stands for the code editor, which needs a layout that jsdom has not: its text and its problems. */
export const CodeEditor: React.FC<CodeEditorProps> = ({
  value,
  onChange,
  ariaLabel,
  problems = [],
  ...rest
}) => (
  <div>
    <textarea
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      aria-label={ariaLabel}
      data-test-subj={rest['data-test-subj']}
    />
    <ul data-test-subj={`${rest['data-test-subj']}-problems`}>
      {problems.map(({ line, message }) => (
        <li key={message}>{`${line ?? '-'}: ${message}`}</li>
      ))}
    </ul>
  </div>
);
