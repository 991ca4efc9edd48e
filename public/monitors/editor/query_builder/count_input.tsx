import React, { useState } from 'react';
import { EuiCompressedFieldNumber } from '@elastic/eui';

/** A number of at least `min`. What is no such number is shown as wrong, and the last right one counts. */
export const CountInput: React.FC<{
  value: number;
  onChange: (value: number) => void;
  min: number;
  max?: number;
  /** Whether parts of one are right, too. */
  isWhole?: boolean;
  'aria-label': string;
  mark: string;
}> = ({ value, onChange, min, max = Number.MAX_SAFE_INTEGER, isWhole = true, mark, ...rest }) => {
  /** What was typed, while it is not right. */
  const [wrong, setWrong] = useState<string>();
  const take = (text: string): void => {
    const next = Number(text);
    const isRight =
      text.trim() !== '' && next >= min && next <= max && (!isWhole || Number.isInteger(next));
    setWrong(isRight ? undefined : text);
    if (isRight) onChange(next);
  };
  return (
    <EuiCompressedFieldNumber
      fullWidth
      min={min}
      max={max}
      step={isWhole ? 1 : 'any'}
      isInvalid={wrong !== undefined}
      value={wrong ?? value}
      onChange={({ target }) => take(target.value)}
      onBlur={() => setWrong(undefined)}
      aria-label={rest['aria-label']}
      data-test-subj={mark}
    />
  );
};
