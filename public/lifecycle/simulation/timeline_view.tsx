import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiText, EuiTextColor } from '@elastic/eui';
import type { TimedEvent, Timeline } from '../../../common/lifecycle/simulate/timeline';
import { formatDuration, useTime } from '../../shared/time';
import { endText, eventText } from './event_words';

/** Within so many milliseconds the engine comes sooner or later; the view says so once, not at every line. */
const ENGINE_PACE = 3_600_000;

/** An instant, with how early and how late it may be where that is more than the pace of the engine. */
export const WhenText: React.FC<{ event: TimedEvent }> = ({
  event: {
    when: { earliest, expected, latest },
    certainty,
  },
}) => {
  const { format } = useTime();
  return (
    <>
      {format(expected)}
      {latest - earliest > ENGINE_PACE && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.lifecycle.simulation.rangeText', {
            defaultMessage:
              '{certainty, select, estimated {estimated, } other {}}up to {early} earlier or {late} later',
            values: {
              certainty,
              early: formatDuration(expected - earliest),
              late: formatDuration(latest - expected),
            },
          })}
        </EuiText>
      )}
    </>
  );
};

const isBad = ({ kind }: TimedEvent): boolean => kind === 'failed' || kind === 'cycle';

/** What happens to one index, in its order, and what becomes of it. */
export const TimelineView: React.FC<{ timeline: Timeline; caption: string; days: number }> = ({
  timeline,
  caption,
  days,
}) => {
  const last = timeline.events[timeline.events.length - 1];
  const { format } = useTime();
  const bad = last !== undefined && isBad(last);
  return (
    <>
      <EuiText size="s" aria-live="polite" data-test-subj="simulationEnd">
        <p>
          <strong>
            <EuiTextColor color={bad ? 'danger' : 'default'}>
              {timeline.end === 'deleted' && last
                ? i18n.translate('watchkeeper.lifecycle.simulation.deletedOnText', {
                    defaultMessage: 'Deleted on {day}',
                    values: { day: format(last.when.expected) },
                  })
                : endText(timeline, last, days)}
            </EuiTextColor>
          </strong>
          {bad && (
            <>
              {' '}
              {i18n.translate('watchkeeper.lifecycle.simulation.neverDeletedText', {
                defaultMessage: 'It stays until somebody mends it: it is never deleted.',
              })}
            </>
          )}
        </p>
      </EuiText>
      <EuiBasicTable<TimedEvent>
        items={timeline.events}
        compressed
        tableCaption={caption}
        columns={[
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.whenColumn', {
              defaultMessage: 'When',
            }),
            width: '260px',
            render: (event: TimedEvent) => (
              <div>
                <WhenText event={event} />
              </div>
            ),
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.stateColumn', {
              defaultMessage: 'State',
            }),
            width: '140px',
            render: ({ state }: TimedEvent) => <EuiBadge color="hollow">{state}</EuiBadge>,
          },
          {
            name: i18n.translate('watchkeeper.lifecycle.simulation.whatColumn', {
              defaultMessage: 'What happens',
            }),
            render: (event: TimedEvent) => (
              <EuiTextColor color={isBad(event) ? 'danger' : 'default'}>
                {eventText(event)}
              </EuiTextColor>
            ),
          },
        ]}
        data-test-subj="timeline"
      />
    </>
  );
};
