import React, { useEffect, useRef, useState } from 'react';
import { EuiCompressedFieldSearch } from '@elastic/eui';

const PAUSE = 300;

/** A search field that tells what was typed when the typing pauses. */
export const SearchField: React.FC<{
  value: string;
  onChange: (value: string) => void;
  /** Placeholder and label. */
  label: string;
  'data-test-subj'?: string;
}> = ({ value, onChange, label, ...rest }) => {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(typed), PAUSE);
  };
  return (
    <EuiCompressedFieldSearch
      fullWidth
      value={text}
      onChange={(event) => type(event.target.value)}
      placeholder={label}
      aria-label={label}
      {...rest}
    />
  );
};
