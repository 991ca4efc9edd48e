import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSmallButton,
  EuiTitle,
} from '@elastic/eui';
import { ChooseFile } from './choose_file';
import { ImportResultView } from './import_result';
import { ResolveConflicts } from './resolve_conflicts';
import { useImport } from './use_import';

const TITLE_ID = 'watchkeeperImportTitle';

/** From a file to what is left to do after it. */
export const ImportFlyout: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const { step, busy, start, decide } = useImport();
  return (
    <EuiFlyout
      onClose={onClose}
      size="m"
      ownFocus
      aria-labelledby={TITLE_ID}
      data-test-subj="importFlyout"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={TITLE_ID}>
            {i18n.translate('watchkeeper.transfer.importTitle', {
              defaultMessage: 'Import monitors and destinations',
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {step.kind === 'choose' && (
          <ChooseFile problem={step.problem} busy={busy} onStart={start} />
        )}
        {step.kind === 'conflicts' && (
          <ResolveConflicts
            answer={step.answer}
            problem={step.problem}
            busy={busy}
            onDecide={decide}
          />
        )}
        {step.kind === 'done' && <ImportResultView result={step.result} />}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiSmallButton color="text" onClick={onClose} data-test-subj="closeImport">
          {step.kind === 'done'
            ? i18n.translate('watchkeeper.transfer.doneButtonLabel', { defaultMessage: 'Done' })
            : i18n.translate('watchkeeper.transfer.cancelButtonLabel', {
                defaultMessage: 'Cancel',
              })}
        </EuiSmallButton>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
};
