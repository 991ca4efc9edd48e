import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { ApiError } from '../../shared/api_client';

/** Why a change was not made; where somebody else was first, what stands there now. */
export const EditError: React.FC<{
  error: ApiError | undefined;
  /** Looks at what stands there now; offered where somebody else was first. */
  onReload: () => void;
}> = ({ error, onReload, children }) =>
  error === undefined ? null : (
    <>
      <EuiCallOut
        size="s"
        color={error.code === 'conflict' ? 'warning' : 'danger'}
        iconType="alert"
        role="alert"
        title={
          error.code === 'conflict'
            ? i18n.translate('watchkeeper.indices.editConflictTitle', {
                defaultMessage: 'Somebody else was first',
              })
            : i18n.translate('watchkeeper.indices.editErrorTitle', {
                defaultMessage: 'The change was not made',
              })
        }
        data-test-subj="editError"
      >
        <p className="eui-textBreakWord">{error.message}</p>
        {children}
        {error.code === 'conflict' && (
          <>
            <pre>{JSON.stringify(error.details.now, null, 2)}</pre>
            <EuiSmallButton onClick={onReload} data-test-subj="editReload">
              {i18n.translate('watchkeeper.indices.editReloadButtonLabel', {
                defaultMessage: 'Go on from what stands there now',
              })}
            </EuiSmallButton>
          </>
        )}
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
