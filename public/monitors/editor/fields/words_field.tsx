import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox } from '@elastic/eui';
import { Field } from '../field';

/** Words, each typed and closed by Enter. */
export const WordsInput: React.FC<{
  words: readonly string[];
  onChange: (words: string[]) => void;
  isInvalid?: boolean;
  suggestions?: readonly string[];
  placeholder?: string;
  'aria-label'?: string;
  mark: string;
}> = ({ words, onChange, isInvalid, suggestions = [], placeholder, mark, ...rest }) => (
  <EuiComboBox<string>
    compressed
    fullWidth
    noSuggestions={suggestions.length === 0}
    isInvalid={isInvalid}
    options={suggestions.map((label) => ({ label }))}
    selectedOptions={words.map((label) => ({ label }))}
    onChange={(chosen) => onChange(chosen.map(({ label }) => label))}
    onCreateOption={(typed) => {
      const word = typed.trim();
      if (word !== '') onChange([...new Set([...words, word])]);
    }}
    placeholder={
      placeholder ??
      i18n.translate('watchkeeper.editor.wordsPlaceholder', {
        defaultMessage: 'Type, and press Enter',
      })
    }
    aria-label={rest['aria-label']}
    data-test-subj={mark}
  />
);

/** Words at a field of the monitor. */
export const WordsField: React.FC<{
  field: string;
  label: string;
  helpText?: ReactNode;
  words: readonly string[];
  onChange: (words: string[]) => void;
  suggestions?: readonly string[];
  placeholder?: string;
  mark: string;
}> = ({ field, label, helpText, ...input }) => (
  <Field field={field} label={label} helpText={helpText}>
    {(isInvalid) => <WordsInput isInvalid={isInvalid} {...input} />}
  </Field>
);
