import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFilePicker,
  EuiCompressedFormRow,
  EuiCompressedRadioGroup,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { MAX_FILE_BYTES } from './import_file';

const MODES = (): Array<{ id: string; label: string }> => [
  {
    id: 'ask',
    label: i18n.translate('watchkeeper.transfer.keepIdsLabel', {
      defaultMessage: 'Keep their ids, and ask about those that are here already',
    }),
  },
  {
    id: 'copies',
    label: i18n.translate('watchkeeper.transfer.copiesLabel', {
      defaultMessage: 'Make new copies of everything, and touch nothing that is here',
    }),
  },
];

/** The first step: which file, and how. */
export const ChooseFile: React.FC<{
  problem?: string;
  busy: boolean;
  onStart: (file: File, createNewCopies: boolean) => void;
}> = ({ problem, busy, onStart }) => {
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState('ask');
  const label = i18n.translate('watchkeeper.transfer.fileLabel', {
    defaultMessage: 'Exported file (.ndjson)',
  });
  return (
    <>
      <EuiText size="s">
        <p>
          {i18n.translate('watchkeeper.transfer.introText', {
            defaultMessage:
              'Monitors and destinations from an export of this page or of the Saved Objects page, here or elsewhere. Secrets are never in a file: destinations that have none here ask for them afterwards. A monitor runs at once when you may run its query.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      {problem && (
        <>
          <EuiCallOut
            color="danger"
            iconType="alert"
            size="s"
            role="alert"
            title={i18n.translate('watchkeeper.transfer.problemTitle', {
              defaultMessage: 'Nothing was imported',
            })}
            data-test-subj="importProblem"
          >
            <p className="eui-textBreakWord">{problem}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      <EuiCompressedFormRow
        label={label}
        helpText={i18n.translate('watchkeeper.transfer.fileHelpText', {
          defaultMessage: 'At most {limit} MiB and 10,000 objects.',
          values: { limit: MAX_FILE_BYTES / 1_048_576 },
        })}
      >
        <EuiCompressedFilePicker
          accept=".ndjson"
          aria-label={label}
          initialPromptText={i18n.translate('watchkeeper.transfer.filePrompt', {
            defaultMessage: 'Choose or drop a file',
          })}
          onChange={(files: FileList | null) => setFile(files?.[0] ?? null)}
          data-test-subj="importFile"
        />
      </EuiCompressedFormRow>
      <EuiSpacer size="m" />
      <EuiCompressedRadioGroup
        options={MODES()}
        idSelected={mode}
        onChange={setMode}
        name="watchkeeperImportMode"
        legend={{
          children: i18n.translate('watchkeeper.transfer.modeLegend', {
            defaultMessage: 'Ids',
          }),
        }}
        data-test-subj="importMode"
      />
      <EuiSpacer size="m" />
      <EuiSmallButton
        fill
        isLoading={busy}
        isDisabled={file === null}
        onClick={() => file && onStart(file, mode === 'copies')}
        data-test-subj="startImport"
      >
        {i18n.translate('watchkeeper.transfer.startButtonLabel', { defaultMessage: 'Import' })}
      </EuiSmallButton>
    </>
  );
};
