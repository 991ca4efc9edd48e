import React, { useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { isCron } from '../../../common/monitors/monitor';
import { useTime } from '../../shared/time';
import { setSchedule } from './changes';
import { CronFields } from './cron_fields';
import { useEditor } from './editor_model';
import { IntervalFields } from './interval_fields';
import { NextRuns } from './next_runs';
import {
  FREQUENCIES,
  frequencyLabel,
  frequencyOf,
  isFrequency,
  withFrequency,
} from './schedule_choice';
import type { Frequency, Remembered } from './schedule_choice';
import { TimeZoneField } from './time_zone_field';

const useFrequency = () => {
  const { draft, update } = useEditor();
  const { zone } = useTime();
  /** Somebody who wants to write the expression may, whatever it says. */
  const [byHand, setByHand] = useState(false);
  const before = useRef<Remembered>({
    period: { period: { interval: 1, unit: 'MINUTES' } },
    timezone: zone,
  });
  const { schedule } = draft;
  const frequency = byHand && isCron(schedule) ? 'custom' : frequencyOf(schedule);
  const choose = (next: Frequency) => {
    if (isCron(schedule)) before.current.timezone = schedule.cron.timezone;
    else before.current.period = schedule;
    setByHand(next === 'custom');
    update(setSchedule(withFrequency(schedule, next, before.current)));
  };
  return { frequency, choose };
};

/** How often and when: an interval, or by the clock of a time zone; with the next runs. */
export const ScheduleFields: React.FC = () => {
  const { draft } = useEditor();
  const { frequency, choose } = useFrequency();
  const { schedule } = draft;
  return (
    <>
      <EuiFlexGroup gutterSize="m" wrap>
        <EuiFlexItem grow={2} style={{ minWidth: 150 }}>
          <EuiCompressedFormRow
            fullWidth
            label={i18n.translate('watchkeeper.editor.scheduleLabel', {
              defaultMessage: 'Schedule',
            })}
          >
            <EuiCompressedSelect
              fullWidth
              options={FREQUENCIES.map((value) => ({ value, text: frequencyLabel(value) }))}
              value={frequency}
              onChange={({ target: { value } }) => {
                if (isFrequency(value)) choose(value);
              }}
              data-test-subj="frequencySelect"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={5} style={{ minWidth: frequency === 'weekly' ? 500 : 240 }}>
          {isCron(schedule) ? (
            <CronFields schedule={schedule} frequency={frequency} />
          ) : (
            <IntervalFields schedule={schedule} />
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={3}>
          {isCron(schedule) && <TimeZoneField schedule={schedule} />}
        </EuiFlexItem>
      </EuiFlexGroup>
      <NextRuns />
    </>
  );
};
