import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSpacer, EuiText } from '@elastic/eui';
import { isConfirmed } from '../../../common/lifecycle/apply/preview';
import { ActOutcome } from '../acts/act_outcome';
import { ChangeConfirm } from './change_confirm';
import type { StagedChange } from './use_staged_change';

/** What came of the stages so far, and the button for those that are left. */
export const StagesOutcome: React.FC<{
  change: StagedChange;
  /** Those that the policy deletes as soon as it holds. */
  deleted: ReadonlySet<string>;
}> = ({ change: { answer, retried, left, isLoading, rest }, deleted }) => {
  const [typed, setTyped] = useState('');
  const deletedThen = left.filter((name) => deleted.has(name));
  return (
    <>
      {answer && <ActOutcome answer={answer} />}
      {retried && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="s">
            <p>
              {i18n.translate('watchkeeper.lifecycle.change.retriedText', {
                defaultMessage: 'Then those that had stopped were retried:',
              })}
            </p>
          </EuiText>
          <ActOutcome answer={retried} />
        </>
      )}
      {left.length > 0 && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="s">
            <p>
              {i18n.translate('watchkeeper.lifecycle.change.leftText', {
                defaultMessage:
                  '{count, plural, one {# index is} other {# indices are}} left. See how the first ones fare; as long as this stays open they are one click away, and later they are among the managed indices with an older version.',
                values: { count: left.length },
              })}
            </p>
          </EuiText>
          <ChangeConfirm deleted={deletedThen} typed={typed} onChange={setTyped} />
          <EuiSpacer size="s" />
          <EuiSmallButton
            isLoading={isLoading}
            isDisabled={!isConfirmed(deletedThen, typed)}
            onClick={() => rest(deletedThen.length > 0 ? typed : undefined)}
            data-test-subj="changeRest"
          >
            {i18n.translate('watchkeeper.lifecycle.change.restLabel', {
              defaultMessage: 'Change the other {count, number}',
              values: { count: left.length },
            })}
          </EuiSmallButton>
        </>
      )}
    </>
  );
};
