import React, { useEffect, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow } from '@elastic/eui';
import { sameJson } from '../../../common/json/same_json';
import { CodeEditor } from '../../shared/code_editor';
import { objectText, readObject } from './json_text';

/** An object as JSON. What is typed is told as soon as it is one; until then its text is kept as a draft. */
export const JsonField: React.FC<{
  label: string;
  helpText?: string;
  value: unknown;
  /** What was typed and is no object yet. */
  draft?: string;
  onChange: (value: Record<string, unknown> | undefined) => void;
  /** `undefined`: the text is an object again. */
  onDraft: (text: string | undefined) => void;
  minHeight?: string;
  mark: string;
}> = ({ label, helpText, value, draft, onChange, onDraft, minHeight = '96px', mark }) => {
  const [text, setText] = useState(draft ?? objectText(value));
  const noObject = i18n.translate('watchkeeper.indexTemplates.noObjectError', {
    defaultMessage: 'It must be an object: it begins with a brace.',
  });
  const read = readObject(text, noObject);
  const latest = useRef({ text, noObject });
  latest.current = { text, noObject };
  useEffect(() => {
    // Changed from elsewhere: what says the same stays as it is typed.
    const now = readObject(latest.current.text, latest.current.noObject);
    if (draft === undefined && (now.problem || !sameJson(now.value, value))) {
      setText(objectText(value));
    }
  }, [value, draft]);
  const type = (next: string) => {
    setText(next);
    const found = readObject(next, noObject);
    if (found.problem) {
      onDraft(next);
      return;
    }
    onDraft(undefined);
    onChange(found.value);
  };
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      helpText={helpText}
      isInvalid={read.problem !== undefined}
      error={read.problem?.message}
    >
      <CodeEditor
        value={text}
        onChange={type}
        language="json"
        ariaLabel={label}
        placeholder="{ }"
        problems={read.problem ? [read.problem] : []}
        minHeight={minHeight}
        maxHeight="480px"
        data-test-subj={mark}
      />
    </EuiCompressedFormRow>
  );
};
