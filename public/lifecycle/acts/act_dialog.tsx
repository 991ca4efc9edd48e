import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import type { ManagedAct } from '../../../common/lifecycle/api';
import { ActOutcome } from './act_outcome';
import { useManagedAct } from './act_queries';

export interface ActDialogProps {
  title: string;
  confirmLabel: string;
  danger?: boolean;
  /** What will be done; undefined: nothing is chosen yet. */
  act: ManagedAct | undefined;
  onClose: () => void;
  /** Once something may have been done, and its outcome has been read. */
  onDone: () => void;
}

/**
 * Asks, does it, and tells what came of it. A failure leaves everything as it was chosen; the outcome stays until it is
 * put away.
 */
export const ActDialog: React.FC<ActDialogProps> = ({
  title,
  confirmLabel,
  danger,
  act,
  onClose,
  onDone,
  children,
}) => {
  const { mutate, data: answer, error, isLoading } = useManagedAct();
  const leave = () => {
    onClose();
    if (answer) onDone();
  };
  return (
    <EuiModal onClose={leave} aria-label={title} maxWidth={640} data-test-subj="actDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {answer ? <ActOutcome answer={answer} /> : children}
        {error && (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut
              size="s"
              color="danger"
              iconType="alert"
              role="alert"
              title={i18n.translate('watchkeeper.lifecycle.acts.failedTitle', {
                defaultMessage: 'It was not done',
              })}
              data-test-subj="actError"
            >
              <p className="eui-textBreakWord">{error.message}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        {answer ? (
          <EuiSmallButton fill onClick={leave} data-test-subj="actClose">
            {i18n.translate('watchkeeper.lifecycle.acts.closeLabel', { defaultMessage: 'Close' })}
          </EuiSmallButton>
        ) : (
          <>
            <EuiSmallButtonEmpty onClick={leave}>
              {i18n.translate('watchkeeper.lifecycle.acts.cancelLabel', {
                defaultMessage: 'Cancel',
              })}
            </EuiSmallButtonEmpty>
            <EuiSmallButton
              fill
              color={danger ? 'danger' : 'primary'}
              isDisabled={act === undefined}
              isLoading={isLoading}
              onClick={() => act && mutate(act)}
              data-test-subj="actConfirm"
            >
              {confirmLabel}
            </EuiSmallButton>
          </>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
};
