import React from 'react';
import { CodeEditor } from '../../../shared/code_editor';

/** An answer of the cluster, to be read and searched. */
export const ReadOnlyJson: React.FC<{
  text: string;
  label: string;
  height: string;
  id: string;
}> = ({ text, label, height, id }) => (
  <CodeEditor
    // The text is another one: its own place and folds do not carry over.
    key={text.length}
    value={text}
    language="json"
    readOnly
    ariaLabel={label}
    minHeight="100px"
    maxHeight={height}
    data-test-subj={id}
  />
);
