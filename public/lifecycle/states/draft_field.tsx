import React, { useState } from 'react';
import { EuiCompressedFieldText, EuiCompressedTextArea } from '@elastic/eui';

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
  id?: string;
  'data-test-subj'?: string;
}> = ({ value, onChange, lines, numeric, isInvalid, placeholder, label, id, ...rest }) => {
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
      rows={3}
      onChange={(event) => type(event.target.value)}
    />
  ) : (
    <EuiCompressedFieldText
      {...props}
      fullWidth
      inputMode={numeric ? 'numeric' : undefined}
      onChange={(event) => type(event.target.value)}
    />
  );
};
