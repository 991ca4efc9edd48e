import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { useTime } from '../../shared/time';
import type { KeptDraftState } from './use_kept_draft';

/** Something was left here unsaved: it can be gone on with. */
export const KeptNotice: React.FC<{ kept: KeptDraftState; version: string | undefined }> = ({
  kept: { offer, take, discard },
  version,
}) => {
  const { format } = useTime();
  if (!offer) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="save"
        title={i18n.translate('watchkeeper.editor.keptTitle', {
          defaultMessage: 'What you wrote here until {time} was not saved, and is still there',
          values: { time: format(offer.at) },
        })}
        data-test-subj="keptNotice"
      >
        {offer.version !== version && (
          <p>
            {i18n.translate('watchkeeper.editor.keptOlderText', {
              defaultMessage: 'The monitor has been saved since: compare before you save.',
            })}
          </p>
        )}
        <EuiFlexGroup gutterSize="s" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiSmallButton onClick={take} data-test-subj="takeKeptButton">
              {i18n.translate('watchkeeper.editor.takeKeptButtonLabel', {
                defaultMessage: 'Go on with it',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty onClick={discard} data-test-subj="discardKeptButton">
              {i18n.translate('watchkeeper.editor.discardKeptButtonLabel', {
                defaultMessage: 'Discard it',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
