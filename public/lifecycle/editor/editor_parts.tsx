import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiCompressedFieldText, EuiCompressedFormRow, EuiSpacer } from '@elastic/eui';
import { policyIdProblem } from '../../../common/lifecycle/policy/policy_id';
import { say } from '../../shared/say';

export const createTitle = (): string =>
  i18n.translate('watchkeeper.lifecycle.editor.createTitle', { defaultMessage: 'Create policy' });

export const IdField: React.FC<{ id: string; onChange: (id: string) => void }> = ({
  id,
  onChange,
}) => {
  const problem = id === '' ? undefined : policyIdProblem(id);
  return (
    <>
      <EuiCompressedFormRow
        label={i18n.translate('watchkeeper.lifecycle.editor.idLabel', {
          defaultMessage: 'Id of the policy',
        })}
        isInvalid={problem !== undefined}
        error={problem && say(problem)}
      >
        <EuiCompressedFieldText
          value={id}
          isInvalid={problem !== undefined}
          onChange={(event) => onChange(event.target.value.trim())}
          data-test-subj="policyId"
        />
      </EuiCompressedFormRow>
      <EuiSpacer size="m" />
    </>
  );
};

/** While the text is no JSON, the other views have nothing to show. */
export const NoPolicy: React.FC<{
  problem?: { message: string; line: number; column: number };
}> = ({ problem }) => (
  <EuiCallOut
    size="s"
    color="warning"
    title={i18n.translate('watchkeeper.lifecycle.editor.noJsonTitle', {
      defaultMessage: 'The text is no JSON',
    })}
    data-test-subj="noPolicy"
  >
    {problem && (
      <p>
        {i18n.translate('watchkeeper.lifecycle.editor.noJsonText', {
          defaultMessage: 'Line {line}, column {column}: {message}',
          values: { line: problem.line, column: problem.column, message: problem.message },
        })}
      </p>
    )}
  </EuiCallOut>
);
