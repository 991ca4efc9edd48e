import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ApiError } from '../../shared/api_client';
import type { FieldProblem } from '../../../common/errors';

/** Why it was not saved: what is wrong at which place, or the reason of the server. */
export const Refused: React.FC<{ error?: ApiError | null; problems?: readonly FieldProblem[] }> = ({
  error,
  problems = error?.problems ?? [],
}) => {
  if (!error && problems.length === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        role="alert"
        title={i18n.translate('watchkeeper.indexTemplates.notSavedTitle', {
          defaultMessage: 'It was not saved',
        })}
        data-test-subj="saveRefused"
      >
        {problems.length === 0 ? (
          <p className="eui-textBreakWord">{error?.message}</p>
        ) : (
          <ul className="eui-textBreakWord">
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field !== '' && <strong>{field.replace(/^body\./, '')}: </strong>}
                {message}
              </li>
            ))}
          </ul>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
