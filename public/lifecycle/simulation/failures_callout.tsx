import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiText } from '@elastic/eui';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import type { FailureGroup } from '../../../common/lifecycle/forecast/tally';
import { useTime } from '../../shared/time';
import { actionLabel } from '../states/words';
import { stopsText } from './forecast_words';

const MOST_NAMED = 3;

const reasonText = ({ action, reason }: FailureGroup): string => {
  if (reason === undefined) {
    return i18n.translate('watchkeeper.lifecycle.forecast.failedBeforeText', {
      defaultMessage: 'It has failed already, and waits for somebody to retry it.',
    });
  }
  return action === undefined
    ? reason
    : i18n.translate('watchkeeper.lifecycle.forecast.actionFailsText', {
        defaultMessage: '{action}: {reason}',
        values: { action: actionLabel(action), reason },
      });
};

/** What stops on the way, in red: each reason once, with how many and since when. Nothing where nothing stops. */
export const FailuresCallout: React.FC<{
  forecast: Pick<Forecast, 'failures' | 'ends' | 'from'>;
  /** What can be done about a group. */
  linksOf?: (group: FailureGroup) => ReactNode;
}> = ({ forecast: { failures, ends, from }, linksOf }) => {
  const { format } = useTime();
  if (failures.length === 0) return null;
  return (
    <EuiCallOut
      size="s"
      color="danger"
      iconType="alert"
      title={stopsText(ends.failed)}
      data-test-subj="forecastFailures"
    >
      <EuiText size="s">
        <ul>
          {failures.map((group) => (
            <li key={`${group.action} ${group.reason}`} className="eui-textBreakWord">
              {reasonText(group)}{' '}
              {i18n.translate('watchkeeper.lifecycle.forecast.failureText', {
                defaultMessage:
                  '{count, plural, one {# index} other {# indices}}: {names}{more, plural, =0 {} other { and # more}}.',
                values: {
                  count: group.count,
                  names: group.names.slice(0, MOST_NAMED).join(', '),
                  more: Math.max(0, group.count - MOST_NAMED),
                },
              })}{' '}
              {group.first_at > from &&
                i18n.translate('watchkeeper.lifecycle.forecast.firstFailureText', {
                  defaultMessage: 'The first on {day}.',
                  values: { day: format(group.first_at) },
                })}{' '}
              {linksOf?.(group)}
            </li>
          ))}
        </ul>
      </EuiText>
    </EuiCallOut>
  );
};
