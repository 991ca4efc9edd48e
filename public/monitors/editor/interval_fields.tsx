import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type { PeriodSchedule } from '../../../common/monitors/monitor';
import { setSchedule } from './changes';
import { useEditor } from './editor_model';
import { Field } from './field';
import { isUnit, unitOptions } from './units';

/** Every so many seconds, minutes, hours or days. */
export const IntervalFields: React.FC<{ schedule: PeriodSchedule }> = ({ schedule }) => {
  const { update } = useEditor();
  const { interval, unit } = schedule.period;
  const change = (changes: Partial<PeriodSchedule['period']>) =>
    update(setSchedule({ period: { ...schedule.period, ...changes } }));
  return (
    <Field
      field="schedule.period"
      label={i18n.translate('watchkeeper.editor.runEveryLabel', { defaultMessage: 'Run every' })}
    >
      {(isInvalid) => (
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem>
            <EuiCompressedFieldNumber
              fullWidth
              min={1}
              step={1}
              isInvalid={isInvalid}
              value={Number.isNaN(interval) ? '' : interval}
              onChange={(event) => change({ interval: event.target.valueAsNumber })}
              aria-label={i18n.translate('watchkeeper.editor.intervalAriaLabel', {
                defaultMessage: 'Interval',
              })}
              data-test-subj="intervalInput"
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiCompressedSelect
              fullWidth
              options={unitOptions()}
              value={unit}
              onChange={({ target: { value } }) => {
                if (isUnit(value)) change({ unit: value });
              }}
              aria-label={i18n.translate('watchkeeper.editor.unitAriaLabel', {
                defaultMessage: 'Unit of the interval',
              })}
              data-test-subj="unitSelect"
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
    </Field>
  );
};
