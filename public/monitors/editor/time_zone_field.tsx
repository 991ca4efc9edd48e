import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox } from '@elastic/eui';
import type { CronSchedule } from '../../../common/monitors/monitor';
import { timeZones } from '../../shared/time_zones';
import { setSchedule } from './changes';
import { useEditor } from './editor_model';
import { Field } from './field';

/** The zone by whose clocks it runs. A name that is not in the list can be typed. */
export const TimeZoneField: React.FC<{ schedule: CronSchedule }> = ({ schedule }) => {
  const { update } = useEditor();
  const options = useMemo(() => timeZones().map((label) => ({ label })), []);
  const { timezone } = schedule.cron;
  const choose = (name: string) =>
    update(setSchedule({ cron: { ...schedule.cron, timezone: name.trim() } }));
  return (
    <Field
      field="schedule.cron.timezone"
      label={i18n.translate('watchkeeper.editor.timeZoneLabel', { defaultMessage: 'Time zone' })}
    >
      {(isInvalid) => (
        <EuiComboBox<string>
          compressed
          fullWidth
          isInvalid={isInvalid}
          singleSelection={{ asPlainText: true }}
          options={options}
          selectedOptions={timezone === '' ? [] : [{ label: timezone }]}
          onChange={([chosen]) => choose(chosen?.label ?? '')}
          onCreateOption={choose}
          placeholder={i18n.translate('watchkeeper.editor.timeZonePlaceholder', {
            defaultMessage: 'For example {example}',
            values: { example: 'Asia/Seoul' },
          })}
          data-test-subj="timeZoneComboBox"
        />
      )}
    </Field>
  );
};
