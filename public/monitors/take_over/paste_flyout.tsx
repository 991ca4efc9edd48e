import React, { useCallback, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiCompressedSwitch,
  EuiCompressedTextArea,
  EuiSmallButton,
  EuiSpacer,
} from '@elastic/eui';
import type { ImportRow } from '../../../common/import/api';
import { toApiError } from '../../shared/api_client';
import { BringButton, BringFlyout } from './bring_flyout';
import { ExistingSwitch } from './existing_switch';
import { useImportApi } from './import_api';
import type { PasteOptions } from './import_api';
import { RowsTable } from './rows_table';
import { useBring } from './use_bring';

const problemOf = (thrown: unknown): string => {
  const { message, problems } = toApiError(thrown);
  const [first] = problems;
  if (!first) return message;
  return first.line === undefined
    ? first.message
    : i18n.translate('watchkeeper.takeOver.pasteProblem', {
        defaultMessage: 'Line {line}, column {column}: {message}',
        values: { line: first.line, column: first.column ?? 1, message: first.message },
      });
};

const PasteField: React.FC<{
  text: string;
  problem?: string;
  onChange: (text: string) => void;
}> = ({ text, problem, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    isInvalid={problem !== undefined}
    error={problem}
    label={i18n.translate('watchkeeper.takeOver.pasteLabel', { defaultMessage: 'Documents' })}
    helpText={i18n.translate('watchkeeper.takeOver.pasteHelp', {
      defaultMessage:
        'Monitors, workflows, destinations and channels of Open Distro or OpenSearch as JSON: one, a list, one a line, or what their API answers.',
    })}
  >
    <EuiCompressedTextArea
      fullWidth
      rows={16}
      value={text}
      isInvalid={problem !== undefined}
      onChange={({ target }) => onChange(target.value)}
      style={{ fontFamily: 'monospace' }}
      spellCheck={false}
      data-test-subj="pasteText"
    />
  </EuiCompressedFormRow>
);

const Chosen: React.FC<{
  rows: ImportRow[];
  options: PasteOptions;
  onOptions: (options: PasteOptions) => void;
  chosen: ReadonlySet<string>;
  onChoose: (keys: ReadonlySet<string>) => void;
}> = ({ rows, options, onOptions, chosen, onChoose }) => (
  <>
    <EuiCompressedSwitch
      label={i18n.translate('watchkeeper.takeOver.enableLabel', {
        defaultMessage: 'Enable the monitors that are enabled in the documents',
      })}
      checked={options.enable}
      onChange={({ target }) => onOptions({ ...options, enable: target.checked })}
      data-test-subj="enableSwitch"
    />
    <EuiSpacer size="s" />
    <ExistingSwitch
      existing={options.existing}
      onChange={(existing) => onOptions({ ...options, existing })}
    />
    <EuiSpacer size="m" />
    <RowsTable rows={rows} chosen={chosen} onChoose={onChoose} />
  </>
);

/** Brings what is pasted: looked at first, saved as chosen. */
export const PasteFlyout: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const api = useImportApi();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [rows, setRows] = useState<ImportRow[]>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [options, setOptions] = useState<PasteOptions>({ existing: 'keep', enable: false });
  const save = useCallback(
    (batch: ImportRow[]) =>
      api.paste(
        text,
        batch.map(({ key }) => Number(key)),
        options
      ),
    [api, text, options]
  );
  const { step, start } = useBring(save);

  const look = async (): Promise<void> => {
    setBusy(true);
    try {
      setRows((await api.check(text)).items);
      setProblem(undefined);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
    setBusy(false);
  };

  const change = (next: string): void => {
    setText(next);
    setProblem(undefined);
  };

  const lookButton = (
    <EuiSmallButton
      fill
      isLoading={busy}
      isDisabled={text.trim() === ''}
      onClick={() => void look()}
      data-test-subj="checkPasteButton"
    >
      {i18n.translate('watchkeeper.takeOver.checkButtonLabel', { defaultMessage: 'Check' })}
    </EuiSmallButton>
  );

  return (
    <BringFlyout
      title={i18n.translate('watchkeeper.takeOver.pasteTitle', {
        defaultMessage: 'Paste monitors and destinations',
      })}
      step={step}
      action={
        rows ? (
          <BringButton
            count={chosen.size}
            onClick={() => start(rows.filter(({ key }) => chosen.has(key)))}
          />
        ) : (
          lookButton
        )
      }
      onClose={onClose}
      data-test-subj="pasteFlyout"
    >
      {rows ? (
        <Chosen
          rows={rows}
          options={options}
          onOptions={setOptions}
          chosen={chosen}
          onChoose={setChosen}
        />
      ) : (
        <PasteField text={text} problem={problem} onChange={change} />
      )}
    </BringFlyout>
  );
};
