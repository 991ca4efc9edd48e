import React, { useEffect } from 'react';
import {
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { LoadingState } from '../../shared/states';
import { useTestDestination } from '../destination_queries';
import { TestResult } from '../test_result';

/** Sends a test message to a stored destination as it opens, and shows the receiver's answer. */
export const TestDialog: React.FC<{ record: DestinationRecord; onClose: () => void }> = ({
  record,
  onClose,
}) => {
  const test = useTestDestination();
  const { mutate } = test;
  const { id } = record;
  useEffect(() => mutate({ kind: 'stored', id }), [mutate, id]);
  return (
    <EuiModal onClose={onClose} style={{ width: 560 }} data-test-subj="testDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          {i18n.translate('watchkeeper.destinations.test.dialogTitle', {
            defaultMessage: 'Test message to “{name}”',
            values: { name: record.destination.name },
          })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {test.data || test.error ? (
          <TestResult test={test} />
        ) : (
          <LoadingState
            label={i18n.translate('watchkeeper.destinations.test.sendingLabel', {
              defaultMessage: 'Sending',
            })}
          />
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButton
          isLoading={test.isLoading}
          onClick={() => mutate({ kind: 'stored', id })}
          data-test-subj="testAgain"
        >
          {i18n.translate('watchkeeper.destinations.test.againButtonLabel', {
            defaultMessage: 'Send again',
          })}
        </EuiSmallButton>
        <EuiSmallButton fill onClick={onClose} data-test-subj="closeTest">
          {i18n.translate('watchkeeper.destinations.test.closeButtonLabel', {
            defaultMessage: 'Close',
          })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
