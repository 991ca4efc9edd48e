import React from 'react';
import { CodeEditor } from '../../../shared/code_editor';
import type { EditorProblem } from '../../../shared/code_editor';
import type { CompletionSource } from '../../../shared/code_completion';
import { placedMessage } from '../json_lint';

/**
 * The text of a condition, completed, with what is wrong marked at its place.
 *
 * @param problemMark where given, problems are said below the text as well
 */
export const ConditionCode: React.FC<{
  label: string;
  source: string;
  problems: EditorProblem[];
  completion: CompletionSource;
  problemMark?: string;
  onChange: (source: string) => void;
}> = ({ label, source, problems, completion, problemMark, onChange }) => (
  <>
    <CodeEditor
      value={source}
      onChange={onChange}
      language="plain"
      ariaLabel={label}
      problems={problems}
      completion={completion}
      minHeight="48px"
      maxHeight="240px"
      data-test-subj="conditionEditor"
    />
    {problemMark !== undefined &&
      problems.map((problem) => (
        <div key={problem.message} className="euiFormErrorText" data-test-subj={problemMark}>
          {placedMessage(problem)}
        </div>
      ))}
  </>
);
