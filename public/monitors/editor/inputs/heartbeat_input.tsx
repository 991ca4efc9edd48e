import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { HeartbeatInput } from '../../../../common/monitors/input';
import { CallerLines } from '../../heartbeat/caller_lines';
import { useHeartbeat, usePingUrl } from '../../heartbeat/heartbeat_api';
import { TokenBox } from '../../heartbeat/token_box';
import { setHeartbeat } from '../changes';
import { useEditor } from '../editor_model';
import { Field } from '../field';
import { NumberInput } from '../fields/number_input';
import { isUnit, unitOptions } from '../units';

const FIELD = 'inputs.0.heartbeat';

type Length = HeartbeatInput['heartbeat']['period'];

const LengthField: React.FC<{
  name: 'period' | 'grace';
  label: string;
  helpText: string;
  value: Length;
}> = ({ name, label, helpText, value }) => {
  const { update } = useEditor();
  const change = (changes: Partial<Length>) =>
    update(setHeartbeat({ [name]: { ...value, ...changes } }));
  return (
    <Field field={`${FIELD}.${name}`} label={label} helpText={helpText}>
      {(isInvalid) => (
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem>
            <NumberInput
              min={name === 'grace' ? 0 : 1}
              value={value.interval}
              isInvalid={isInvalid}
              onChange={(interval = NaN) => change({ interval })}
              aria-label={label}
              mark={`${name}Input`}
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiCompressedSelect
              fullWidth
              options={unitOptions()}
              value={value.unit}
              onChange={({ target }) => {
                if (isUnit(target.value)) change({ unit: target.value });
              }}
              aria-label={i18n.translate('watchkeeper.editor.unitOfAriaLabel', {
                defaultMessage: '{label}: unit',
                values: { label },
              })}
              data-test-subj={`${name}Unit`}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
    </Field>
  );
};

/** Before the first save there is nothing that could be pinged. */
const LinesToCome: React.FC = () => {
  const base = usePingUrl();
  return (
    <>
      <EuiText size="s" color="subdued" data-test-subj="heartbeatUrlToCome">
        {i18n.translate('watchkeeper.editor.heartbeatUrlToComeText', {
          defaultMessage:
            'Once the monitor is saved, its page makes the URL, with a token in the place of {token}. So it will be called:',
          values: { token: 'TOKEN' },
        })}
      </EuiText>
      <EuiSpacer size="s" />
      <CallerLines address={{ base, token: 'TOKEN' }} />
    </>
  );
};

const SavedUrl: React.FC<{ id: string }> = ({ id }) => {
  const { data } = useHeartbeat(id);
  return data ? <TokenBox id={id} made={data.token} /> : <EuiLoadingSpinner />;
};

/** How often somebody is to ping, and how. */
export const HeartbeatFields: React.FC = () => {
  const { draft, monitorId } = useEditor();
  if (draft.monitor_type !== 'heartbeat_monitor') return null;
  const [{ heartbeat }] = draft.inputs;
  return (
    <>
      <EuiFlexGroup gutterSize="m" wrap>
        <EuiFlexItem style={{ minWidth: 200 }}>
          <LengthField
            name="period"
            label={i18n.translate('watchkeeper.editor.heartbeatPeriodLabel', {
              defaultMessage: 'Period',
            })}
            helpText={i18n.translate('watchkeeper.editor.heartbeatPeriodHelpText', {
              defaultMessage: 'How often a ping is to come.',
            })}
            value={heartbeat.period}
          />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 200 }}>
          <LengthField
            name="grace"
            label={i18n.translate('watchkeeper.editor.heartbeatGraceLabel', {
              defaultMessage: 'Grace',
            })}
            helpText={i18n.translate('watchkeeper.editor.heartbeatGraceHelpText', {
              defaultMessage:
                'How much later it may come, and how long a job may take that says when it begins.',
            })}
            value={heartbeat.grace}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {monitorId === '' ? <LinesToCome /> : <SavedUrl id={monitorId} />}
    </>
  );
};
