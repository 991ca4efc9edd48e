import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { isJsonObject } from '../../../../common/json/record';
import { cronProblems } from '../../../../common/lifecycle/policy/check_cron';
import { cronRhythm } from '../../../../common/monitors/rhythm';
import { timeZones } from '../../../shared/time_zones';
import { DraftField } from '../draft_field';
import { faultsAt } from './field_props';
import type { FieldProps } from './field_props';

const SHOWN = 3;
/** No date can say it. */
const BEYOND_ALL_DATES = 8_640_000_000_000_000;

const textIn = (value: FieldProps['value'], name: string): string => {
  const cron = isJsonObject(value) ? value.cron : undefined;
  const text = isJsonObject(cron) ? cron[name] : undefined;
  return typeof text === 'string' ? text : '';
};

const nextTimes = (expression: string, timezone: string): string[] => {
  const rhythm = cronRhythm(expression, timezone);
  const format = new Intl.DateTimeFormat(i18n.getLocale(), {
    timeZone: timezone,
    ...{ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  });
  const instants: number[] = [];
  for (let at = rhythm.after(Date.now()); instants.length < SHOWN; at = rhythm.after(at)) {
    if (at >= BEYOND_ALL_DATES) break;
    instants.push(at);
  }
  return instants.map((instant) => format.format(instant));
};

/** When it comes true, by the clocks of the zone: an expression alone is easily misread. */
const NextTimes: React.FC<{ value: FieldProps['value'] }> = ({ value }) => {
  const [expression, timezone] = [textIn(value, 'expression'), textIn(value, 'timezone')];
  const times = useMemo(() => {
    const isRight = cronProblems({ cron: { expression, timezone } }, []).length === 0;
    return isRight ? nextTimes(expression, timezone) : [];
  }, [expression, timezone]);
  return (
    <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="cronTimes">
      {times.length > 0 &&
        i18n.translate('watchkeeper.lifecycle.fields.cronTimesText', {
          defaultMessage: 'Next: {times}',
          values: { times: times.join(' · ') },
        })}
    </EuiText>
  );
};

/** A point of time that comes again: an expression, and the zone by whose clocks it is meant. */
export const CronField: React.FC<FieldProps> = ({ param, value, onChange, path, problems }) => {
  const [listId] = useState(htmlIdGenerator());
  const zones = useMemo(() => timeZones(), []);
  const own = cronProblems(value ?? null, path);
  const faults = (name: string): string[] => {
    const at = [...path, 'cron', name];
    return [...new Set([...faultsAt(own, at), ...faultsAt(problems, at)])];
  };
  const put = (name: string, text: string): boolean => {
    const cron = { expression: textIn(value, 'expression'), timezone: textIn(value, 'timezone') };
    onChange({ cron: { ...cron, [name]: text } });
    return true;
  };
  const [ofExpression, ofZone] = [faults('expression'), faults('timezone')];
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 160 }}>
          <EuiCompressedFormRow
            label={i18n.translate('watchkeeper.lifecycle.fields.cronExpressionLabel', {
              defaultMessage: 'Cron expression',
            })}
            helpText={i18n.translate('watchkeeper.lifecycle.fields.cronExpressionHelp', {
              defaultMessage: 'Minute, hour, day of month, month, weekday',
            })}
            isInvalid={ofExpression.length > 0}
            error={ofExpression}
            fullWidth
          >
            <DraftField
              value={textIn(value, 'expression')}
              onChange={(text) => put('expression', text)}
              isInvalid={ofExpression.length > 0}
              placeholder="0 3 * * *"
              data-test-subj={`param-${param.name}-expression`}
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 160 }}>
          <EuiCompressedFormRow
            label={i18n.translate('watchkeeper.lifecycle.fields.cronZoneLabel', {
              defaultMessage: 'Time zone',
            })}
            isInvalid={ofZone.length > 0}
            error={ofZone}
            fullWidth
          >
            <DraftField
              value={textIn(value, 'timezone')}
              onChange={(text) => put('timezone', text)}
              isInvalid={ofZone.length > 0}
              placeholder="Asia/Seoul"
              list={listId}
              data-test-subj={`param-${param.name}-timezone`}
            />
          </EuiCompressedFormRow>
          <datalist id={listId}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </EuiFlexItem>
      </EuiFlexGroup>
      <NextTimes value={value} />
    </>
  );
};
