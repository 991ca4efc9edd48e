import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { throttleSchema } from '../../../common/monitors/monitor';
import type { Action } from '../../../common/monitors/monitor';
import { Field } from './field';
import { isUnit, unitOptions } from './units';

type Throttle = NonNullable<Action['throttle']>;

const DEFAULT_THROTTLE: Throttle = { value: 10, unit: 'MINUTES' };

/** What switching makes of an action: a value that is not right does not stay behind where nobody sees it. */
export const switchedThrottle = (
  { throttle }: Pick<Action, 'throttle'>,
  enabled: boolean
): Pick<Action, 'throttle_enabled' | 'throttle'> => {
  const isRight = throttleSchema.safeParse(throttle).success;
  const kept = isRight ? throttle : undefined;
  return { throttle_enabled: enabled, throttle: enabled ? (kept ?? DEFAULT_THROTTLE) : kept };
};

const Length: React.FC<{
  throttle: Throttle;
  isInvalid: boolean;
  onChange: (throttle: Throttle) => void;
}> = ({ throttle, isInvalid, onChange }) => (
  <EuiFlexGroup gutterSize="s" responsive={false}>
    <EuiFlexItem grow={false} style={{ width: 100 }}>
      <EuiCompressedFieldNumber
        min={1}
        step={1}
        isInvalid={isInvalid}
        value={Number.isNaN(throttle.value) ? '' : throttle.value}
        onChange={(event) => onChange({ ...throttle, value: event.target.valueAsNumber })}
        aria-label={i18n.translate('watchkeeper.editor.throttleValueAriaLabel', {
          defaultMessage: 'At most one message in so many',
        })}
        data-test-subj="throttleValueInput"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false} style={{ width: 130 }}>
      <EuiCompressedSelect
        options={unitOptions()}
        value={throttle.unit}
        onChange={({ target: { value: unit } }) => {
          if (isUnit(unit)) onChange({ ...throttle, unit });
        }}
        aria-label={i18n.translate('watchkeeper.editor.throttleUnitAriaLabel', {
          defaultMessage: 'Unit of the throttle',
        })}
        data-test-subj="throttleUnitSelect"
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** Keeps an action from sending at every run of a long alert. */
export const ThrottleField: React.FC<{
  action: Action;
  /** Where the action is in the monitor. */
  path: string;
  onChange: (changes: Partial<Action>) => void;
}> = ({ action, path, onChange }) => {
  const { throttle_enabled: enabled, throttle = DEFAULT_THROTTLE } = action;
  return (
    <Field
      field={`${path}.throttle`}
      label={i18n.translate('watchkeeper.editor.throttleLabel', { defaultMessage: 'Throttle' })}
      helpText={
        enabled
          ? i18n.translate('watchkeeper.editor.throttleHelpText', {
              defaultMessage:
                'At most one message of this action in this time while an alert lasts. A new alert is told at once.',
            })
          : i18n.translate('watchkeeper.editor.noThrottleHelpText', {
              defaultMessage: 'Every run in which the condition is true sends a message.',
            })
      }
    >
      {(isInvalid) => (
        <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiCompressedSwitch
              label={i18n.translate('watchkeeper.editor.throttleSwitchLabel', {
                defaultMessage: 'At most one message in',
              })}
              checked={enabled}
              onChange={(event) => onChange(switchedThrottle(action, event.target.checked))}
              data-test-subj="throttleSwitch"
            />
          </EuiFlexItem>
          {enabled && (
            <EuiFlexItem grow={false}>
              <Length
                throttle={throttle}
                isInvalid={isInvalid}
                onChange={(next) => onChange({ throttle: next })}
              />
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      )}
    </Field>
  );
};
