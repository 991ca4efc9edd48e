import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText, EuiTextColor } from '@elastic/eui';
import type { Explanation, Failure, Span } from '../../../common/lifecycle/explain/explain_index';
import { useTime } from '../../shared/time';
import { useSaid } from '../../shared/said';

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

/** What the engine does about a failure by itself. */
export const retriesText = ({ retries }: Failure, hasStopped: boolean): string => {
  if (hasStopped) {
    return retries === undefined
      ? i18n.translate('watchkeeper.lifecycle.managed.stoppedText', {
          defaultMessage: 'Nothing goes on until it is retried.',
        })
      : i18n.translate('watchkeeper.lifecycle.managed.noRetriesText', {
          defaultMessage: 'No retries left of {of}: nothing goes on until it is retried.',
          values: { of: retries.of },
        });
  }
  return retries === undefined
    ? i18n.translate('watchkeeper.lifecycle.managed.triedAgainText', {
        defaultMessage: 'It is tried again.',
      })
    : i18n.translate('watchkeeper.lifecycle.managed.retriesLeftText', {
        defaultMessage: '{left, plural, one {# retry} other {# retries}} left of {of}.',
        values: { ...retries },
      });
};

/** Why an index is where it is, whole; below it what the engine does about a failure by itself. */
export const Why: React.FC<{ explanation: Explanation }> = ({
  explanation: { health, sentence, failure, next_check: next },
}) => {
  const { said } = useSaid();
  const nextCheck = useNextCheck();
  const more = [
    ...(failure ? [retriesText(failure, health === 'failed')] : []),
    ...(failure && next ? [nextCheck(next, true)] : []),
  ].join(' ');
  return (
    <div data-test-subj="managedWhy" className="eui-textBreakWord">
      <EuiTextColor color={health === 'failed' ? 'danger' : 'default'}>
        {said(sentence)}
      </EuiTextColor>
      {more !== '' && (
        <EuiText size="xs" color="subdued">
          {more}
        </EuiText>
      )}
    </div>
  );
};
