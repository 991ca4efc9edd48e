import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { throttleSchema } from '../../../../common/monitors/monitor';
import type { Action } from '../../../../common/monitors/monitor';
import { scopeOf } from '../../../../common/monitors/action';
import { Field } from '../field';
import { isUnit, unitOptions } from '../units';

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

type Scope = NonNullable<Throttle['scope']>;

const scopeText = (scope: Scope): string =>
  scope === 'alert'
    ? i18n.translate('watchkeeper.editor.throttleAlertScopeLabel', {
        defaultMessage: 'for each alert',
      })
    : i18n.translate('watchkeeper.editor.throttleActionScopeLabel', {
        defaultMessage: 'for all alerts of the trigger',
      });

const SCOPES: readonly Scope[] = ['alert', 'action'];

const ScopeChoice: React.FC<{ throttle: Throttle; onChange: (throttle: Throttle) => void }> = ({
  throttle,
  onChange,
}) => (
  <EuiCompressedSelect
    options={SCOPES.map((value) => ({ value, text: scopeText(value) }))}
    value={throttle.scope ?? 'alert'}
    onChange={({ target }) => {
      const { value, unit } = throttle;
      onChange({ value, unit, ...(target.value === 'action' ? { scope: 'action' } : {}) });
    }}
    aria-label={i18n.translate('watchkeeper.editor.throttleScopeAriaLabel', {
      defaultMessage: 'What the throttle counts for',
    })}
    data-test-subj="throttleScopeSelect"
  />
);

const helpText = (enabled: boolean, isOnceARun: boolean): string => {
  if (!enabled) {
    return i18n.translate('watchkeeper.editor.noThrottleHelpText', {
      defaultMessage: 'Every run in which the condition is true sends a message.',
    });
  }
  return isOnceARun
    ? i18n.translate('watchkeeper.editor.throttleOnceHelpText', {
        defaultMessage: 'At most one message of this action in this time, whatever the alerts.',
      })
    : i18n.translate('watchkeeper.editor.throttleHelpText', {
        defaultMessage:
          'At most one message of this action in this time while an alert lasts. A new alert is told at once.',
      });
};

interface ThrottleProps {
  action: Action;
  /** Where the action is in the monitor. */
  path: string;
  onChange: (changes: Partial<Action>) => void;
}

/** Keeps an action from sending at every run of a long alert. */
export const ThrottleField: React.FC<ThrottleProps> = ({ action, path, onChange }) => {
  const { throttle_enabled: enabled, throttle = DEFAULT_THROTTLE } = action;
  const isOnceARun = scopeOf(action).kind === 'per_execution' || throttle.scope === 'action';
  const put = (next: Throttle) => onChange({ throttle: next });
  return (
    <Field
      field={`${path}.throttle`}
      label={i18n.translate('watchkeeper.editor.throttleLabel', { defaultMessage: 'Throttle' })}
      helpText={helpText(enabled, isOnceARun)}
    >
      {(isInvalid) => (
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
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
              <Length throttle={throttle} isInvalid={isInvalid} onChange={put} />
            </EuiFlexItem>
          )}
          {enabled && scopeOf(action).kind === 'per_alert' && (
            <EuiFlexItem grow={false}>
              <ScopeChoice throttle={throttle} onChange={put} />
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      )}
    </Field>
  );
};
