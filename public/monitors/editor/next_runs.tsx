import React, { useEffect, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { isCron } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { rhythmOf } from '../../../common/monitors/schedule';
import { useTime } from '../../shared/time';
import { scheduleFaults } from '../schedule/usable_schedule';
import { useEditor } from './editor_model';

const SHOWN = 5;
const REFRESH_INTERVAL = 5000;
/** No date can say it. */
const BEYOND_ALL_DATES = 8_640_000_000_000_000;

/** The next instants of a schedule that is right. */
export const nextRuns = (monitor: Monitor, from: number): number[] => {
  const rhythm = rhythmOf(monitor);
  const instants: number[] = [];
  for (let at = rhythm.after(from); instants.length < SHOWN; at = rhythm.after(at)) {
    if (at >= BEYOND_ALL_DATES) break;
    instants.push(at);
  }
  return instants;
};

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_INTERVAL);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** With the offset of the day, which daylight saving changes. */
const formatIn = (timeZone: string, seconds: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(i18n.getLocale(), {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });

const Instants: React.FC = () => {
  const { draft, monitorId } = useEditor();
  const { zone } = useTime();
  const now = useNow();
  const { schedule } = draft;
  const byClock = isCron(schedule);
  const timeZone = byClock ? schedule.cron.timezone : zone;
  const format = useMemo(() => formatIn(timeZone, !byClock), [timeZone, byClock]);
  return (
    <EuiText size="xs" color="subdued" data-test-subj="nextRuns">
      <strong>
        {byClock || monitorId !== ''
          ? i18n.translate('watchkeeper.editor.nextRunsLabel', {
              defaultMessage: 'The next five runs ({zone})',
              values: { zone: timeZone },
            })
          : i18n.translate('watchkeeper.editor.nextRunsAfterFirstLabel', {
              defaultMessage: 'A new monitor runs at once, and then ({zone})',
              values: { zone: timeZone },
            })}
      </strong>
      <ol
        style={{ display: 'flex', flexWrap: 'wrap', gap: '0 24px', margin: 0, listStyle: 'none' }}
      >
        {nextRuns(draft, now).map((instant) => (
          <li key={instant}>
            <time dateTime={new Date(instant).toISOString()}>{format.format(instant)}</time>
          </li>
        ))}
      </ol>
    </EuiText>
  );
};

/** The next five runs as the schedule is being written; what is wrong with it where it has none. */
export const NextRuns: React.FC = () => {
  const { draft, problemsAt } = useEditor();
  const faults = useMemo(() => scheduleFaults(draft.schedule), [draft.schedule]);
  const saidAtField = problemsAt('schedule').length > 0;
  return (
    <>
      <EuiSpacer size="s" />
      {faults.length === 0 && <Instants />}
      <EuiText size="xs" color="danger" aria-live="polite" data-test-subj="scheduleFaults">
        {saidAtField ? '' : faults.join(' ')}
      </EuiText>
    </>
  );
};
