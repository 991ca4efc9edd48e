import React from 'react';
import { EuiComboBox } from '@elastic/eui';

/** Names, chosen or typed and closed by Enter; a comma or a blank closes one too. */
export const WordsInput: React.FC<{
  /** Given by the row of the form, so that its label is this field's. */
  id?: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
  suggestions?: readonly string[];
  /** Names that are not suggested can be typed. */
  typed?: boolean;
  isInvalid?: boolean;
  isDisabled?: boolean;
  label: string;
  placeholder?: string;
  mark: string;
}> = ({
  id,
  words,
  onChange,
  suggestions = [],
  typed = true,
  isInvalid,
  isDisabled,
  label,
  placeholder,
  mark,
}) => {
  const add = (text: string) => {
    const more = text.split(/[\s,]+/).filter((word) => word !== '');
    if (more.length > 0) onChange([...new Set([...words, ...more])]);
  };
  return (
    <EuiComboBox<string>
      id={id}
      compressed
      fullWidth
      noSuggestions={suggestions.length === 0}
      isInvalid={isInvalid}
      isDisabled={isDisabled}
      options={suggestions.map((name) => ({ label: name }))}
      selectedOptions={words.map((name) => ({ label: name }))}
      onChange={(chosen) => onChange(chosen.map((one) => one.label))}
      onCreateOption={typed ? add : undefined}
      placeholder={placeholder}
      aria-label={label}
      data-test-subj={mark}
    />
  );
};
