import React, { useState } from 'react';
import { EuiCompressedFieldText, EuiCompressedTextArea } from '@elastic/eui';

const MOST_ROWS = 16;

/** A text that counts as soon as it stands for something; until then what was typed stays in the field. */
export const DraftField: React.FC<{
  /** What the document says. */
  value: string;
  /** False where the text stands for nothing yet. */
  onChange: (text: string) => boolean;
  lines?: boolean;
  numeric?: boolean;
  isInvalid?: boolean;
  placeholder?: string;
  label?: string;
  /** The id of a `datalist` with what may be written. */
  list?: string;
  id?: string;
  'data-test-subj'?: string;
}> = ({ value, onChange, lines, numeric, isInvalid, placeholder, label, list, id, ...rest }) => {
  const [draft, setDraft] = useState<string>();
  const [pending, setPending] = useState(false);
  const type = (text: string) => {
    setDraft(text);
    setPending(!onChange(text));
  };
  const props = {
    ...{ value: draft ?? value, isInvalid: isInvalid || pending, placeholder, id, ...rest },
    'aria-label': label,
    // What stands for something is shown as the document has it.
    onBlur: () => !pending && setDraft(undefined),
  };
  return lines ? (
    <EuiCompressedTextArea
      {...props}
      fullWidth
      rows={Math.min(MOST_ROWS, Math.max(3, props.value.split('\n').length))}
      onChange={(event) => type(event.target.value)}
    />
  ) : (
    <EuiCompressedFieldText
      {...props}
      fullWidth
      list={list}
      inputMode={numeric ? 'numeric' : undefined}
      onChange={(event) => type(event.target.value)}
    />
  );
};
