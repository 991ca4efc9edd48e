import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { ManagedActAnswer } from '../../../common/lifecycle/api';

/** How much came of it. */
export const countsText = ({ updated, failed, passed_over: passed }: ManagedActAnswer): string =>
  [
    i18n.translate('watchkeeper.lifecycle.acts.doneText', {
      defaultMessage:
        '{count, plural, =0 {Nothing done} one {# index done} other {# indices done}}',
      values: { count: updated },
    }),
    ...(failed.length === 0
      ? []
      : [
          i18n.translate('watchkeeper.lifecycle.acts.refusedText', {
            defaultMessage: '{count, number} refused',
            values: { count: failed.length },
          }),
        ]),
    ...(passed === 0
      ? []
      : [
          i18n.translate('watchkeeper.lifecycle.acts.passedOverText', {
            defaultMessage: '{count, number} passed over',
            values: { count: passed },
          }),
        ]),
  ].join(' · ');

/** The same reason is said once, with all that it stands for. */
const byReason = (failed: ManagedActAnswer['failed']): Array<[string, string[]]> => {
  const groups = new Map<string, string[]>();
  for (const { index, reason } of failed)
    groups.set(reason, [...(groups.get(reason) ?? []), index]);
  return [...groups];
};

/** What came of an act: how many were done, refused, passed over, and why. */
export const ActOutcome: React.FC<{ answer: ManagedActAnswer }> = ({ answer }) => {
  const { updated, failed, passed_over: passed } = answer;
  const isWhole = failed.length === 0 && passed === 0;
  return (
    <EuiCallOut
      size="s"
      color={isWhole ? 'success' : updated > 0 ? 'warning' : 'danger'}
      iconType={isWhole ? 'check' : 'alert'}
      title={countsText(answer)}
      role="status"
      data-test-subj="actOutcome"
    >
      {passed > 0 && (
        <p>
          {i18n.translate('watchkeeper.lifecycle.acts.passedOverReason', {
            defaultMessage:
              'The engine passes over indices that are gone, that stand in another state, or that you may not manage. It does not say which.',
          })}
        </p>
      )}
      {failed.length > 0 && (
        <EuiText
          size="s"
          className="eui-textBreakWord"
          style={{ maxHeight: 240, overflowY: 'auto' }}
        >
          {byReason(failed).map(([reason, indices]) => (
            <div key={reason} data-test-subj="actRefused">
              <strong>{reason}</strong>
              <br />
              {indices.join(', ')}
              <EuiSpacer size="s" />
            </div>
          ))}
        </EuiText>
      )}
    </EuiCallOut>
  );
};
