import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText, EuiTextColor } from '@elastic/eui';
import type { Explanation, Span } from '../../../common/lifecycle/explain/explain_index';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { useTime } from '../../shared/time';
import { useSaid } from './said';

/** When the engine looks at it again. */
export const useNextCheck = (): ((span: Span, isRetry: boolean) => string) => {
  const { formatShort } = useTime();
  return ({ earliest, latest }, isRetry) => {
    const values = { from: formatShort(earliest), until: formatShort(latest) };
    return isRetry
      ? i18n.translate('watchkeeper.lifecycle.managed.nextAttemptText', {
          defaultMessage: 'Next attempt between {from} and {until}.',
          values,
        })
      : i18n.translate('watchkeeper.lifecycle.managed.nextCheckText', {
          defaultMessage: 'Next check by {until}.',
          values,
        });
  };
};

export const retriesText = ({ left, of }: { left: number; of: number }): string =>
  left > 0
    ? i18n.translate('watchkeeper.lifecycle.managed.retriesLeftText', {
        defaultMessage: '{left, plural, one {# retry} other {# retries}} left of {of}.',
        values: { left, of },
      })
    : i18n.translate('watchkeeper.lifecycle.managed.noRetriesText', {
        defaultMessage: 'No retries left of {of}.',
        values: { of },
      });

/** Why an index is where it is, whole; below it what the engine says itself where it fails. */
export const Why: React.FC<{ managed: ManagedIndex; explanation: Explanation }> = ({
  managed,
  explanation: { health, sentence, failure, next_check: next },
}) => {
  const { said } = useSaid();
  const nextCheck = useNextCheck();
  const more = [
    ...(failure?.retries ? [retriesText(failure.retries)] : []),
    ...(failure && next ? [nextCheck(next, true)] : []),
  ].join(' ');
  const words = failure && failure.class !== 'other' ? managed.message : undefined;
  return (
    <div data-test-subj="managedWhy" className="eui-textBreakWord">
      <EuiTextColor color={health === 'failed' ? 'danger' : 'default'}>
        {said(sentence)}
      </EuiTextColor>
      {(more !== '' || words !== undefined) && (
        <EuiText size="xs" color="subdued">
          {more}
          {words !== undefined && <div>{words}</div>}
        </EuiText>
      )}
    </div>
  );
};
