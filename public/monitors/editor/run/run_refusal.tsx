import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut } from '@elastic/eui';
import type { ApiError } from '../../../shared/api_client';
import { placedMessage } from '../json_lint';

/** Why a Run brought nothing. */
export const RunRefusal: React.FC<{ error: ApiError }> = ({ error }) => (
  <EuiCallOut
    color="danger"
    iconType="alert"
    title={i18n.translate('watchkeeper.editor.runErrorTitle', {
      defaultMessage: 'The query did not run',
    })}
    role="alert"
    data-test-subj="runError"
  >
    {error.problems.length === 0 ? (
      <p className="eui-textBreakWord">{error.message}</p>
    ) : (
      error.problems.map((problem) => (
        <p key={problem.message} className="eui-textBreakWord">
          {placedMessage(problem)}
        </p>
      ))
    )}
  </EuiCallOut>
);
