import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFilePicker,
  EuiCompressedFormRow,
  EuiCompressedTextArea,
} from '@elastic/eui';

/** Larger files are no policies. */
const MOST_BYTES = 10 * 1024 * 1024;

const tooLarge = (name: string): string =>
  i18n.translate('watchkeeper.lifecycle.import.tooLargeText', {
    defaultMessage: '“{name}” is larger than 10 MB.',
    values: { name },
  });

/** The texts of files as one list; one text stays as it is. */
const joined = (texts: readonly string[]): string =>
  texts.length === 1 ? texts[0] : `[${texts.join(',\n')}]`;

/** What is pasted, or opened from files. */
export const PolicySource: React.FC<{
  text: string;
  problem?: string;
  onText: (text: string) => void;
  onProblem: (problem: string) => void;
}> = ({ text, problem, onText, onProblem }) => {
  const fileLabel = i18n.translate('watchkeeper.lifecycle.import.filesLabel', {
    defaultMessage: 'Files',
  });
  const open = async (files: FileList | null): Promise<void> => {
    const chosen = [...(files ?? [])];
    if (chosen.length === 0) return;
    const large = chosen.find(({ size }) => size > MOST_BYTES);
    if (large) return onProblem(tooLarge(large.name));
    onText(joined(await Promise.all(chosen.map((file) => file.text()))));
  };
  return (
    <>
      <EuiCompressedFormRow fullWidth label={fileLabel}>
        <EuiCompressedFilePicker
          fullWidth
          multiple
          accept=".json,application/json"
          aria-label={fileLabel}
          initialPromptText={i18n.translate('watchkeeper.lifecycle.import.filesPrompt', {
            defaultMessage: 'Choose or drop JSON files',
          })}
          onChange={(files: FileList | null) => void open(files)}
          data-test-subj="importFiles"
        />
      </EuiCompressedFormRow>
      <EuiCompressedFormRow
        fullWidth
        isInvalid={problem !== undefined}
        error={problem}
        label={i18n.translate('watchkeeper.lifecycle.import.textLabel', {
          defaultMessage: 'Or paste',
        })}
        helpText={i18n.translate('watchkeeper.lifecycle.import.textHelp', {
          defaultMessage:
            'A policy or several, as they are sent to or answered by _plugins/_ism/policies or _opendistro/_ism/policies, and what GET _ilm/policy answers.',
        })}
      >
        <EuiCompressedTextArea
          fullWidth
          rows={text === '' ? 14 : 6}
          value={text}
          isInvalid={problem !== undefined}
          onChange={({ target }) => onText(target.value)}
          style={{ fontFamily: 'monospace' }}
          spellCheck={false}
          data-test-subj="importText"
        />
      </EuiCompressedFormRow>
    </>
  );
};

/** Tiers are told apart by roles of nodes there, and by an attribute here. */
export const TierField: React.FC<{ value: string; onChange: (value: string) => void }> = ({
  value,
  onChange,
}) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.lifecycle.import.tierLabel', {
      defaultMessage: 'Node attribute that tells tiers apart (optional)',
    })}
    helpText={i18n.translate('watchkeeper.lifecycle.import.tierHelp', {
      defaultMessage:
        'With “temp”, indices move in the warm phase to nodes with temp: warm. Without it they stay where they are.',
    })}
  >
    <EuiCompressedFieldText
      fullWidth
      value={value}
      onChange={({ target }) => onChange(target.value.trim())}
      data-test-subj="tierAttribute"
    />
  </EuiCompressedFormRow>
);
