import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedComboBox,
  EuiCompressedFieldNumber,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { Stage } from '../../../common/lifecycle/change/change_plan';
import type { Policy } from '../../../common/lifecycle/policy/policy';

export const PolicyField: React.FC<{
  policies: readonly PolicyRecord[];
  id: string;
  onChange: (id: string) => void;
}> = ({ policies, id, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.lifecycle.change.policyLabel', {
      defaultMessage: 'New policy',
    })}
  >
    <EuiCompressedComboBox
      fullWidth
      singleSelection={{ asPlainText: true }}
      isClearable={false}
      placeholder={i18n.translate('watchkeeper.lifecycle.apply.policyPlaceholder', {
        defaultMessage: 'Search for a policy',
      })}
      options={policies.map(({ id: label }) => ({ label }))}
      selectedOptions={id === '' ? [] : [{ label: id }]}
      onChange={([option]) => option && onChange(option.label)}
      data-test-subj="changePolicy"
    />
  </EuiCompressedFormRow>
);

export const StateField: React.FC<{
  policy: Policy | undefined;
  state: string;
  onChange: (state: string) => void;
}> = ({ policy, state, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.lifecycle.change.stateLabel', {
      defaultMessage: 'Begin in',
    })}
  >
    <EuiCompressedSelect
      fullWidth
      value={state}
      options={[
        {
          value: '',
          text: i18n.translate('watchkeeper.lifecycle.change.sameStateLabel', {
            defaultMessage: 'The state of the same name',
          }),
        },
        ...(policy?.states ?? []).map(({ name }) => ({ value: name, text: name })),
      ]}
      onChange={(event) => onChange(event.target.value)}
      data-test-subj="changeState"
    />
  </EuiCompressedFormRow>
);

/** How many at first: the rest follows by a button, or later. */
export const StageField: React.FC<{ stage: Stage; onChange: (stage: Stage) => void }> = ({
  stage,
  onChange,
}) => {
  const kindLabel = i18n.translate('watchkeeper.lifecycle.change.stageLabel', {
    defaultMessage: 'How many at first',
  });
  const choose = (kind: string) => {
    if (kind === 'first') onChange({ kind, count: 1 });
    else if (kind === 'percent') onChange({ kind, of: 10 });
    else onChange({ kind: 'all' });
  };
  return (
    <EuiCompressedFormRow
      fullWidth
      label={kindLabel}
      helpText={i18n.translate('watchkeeper.lifecycle.change.stageHelp', {
        defaultMessage: 'By name. What is left is followed by a button afterwards.',
      })}
    >
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiCompressedSelect
            fullWidth
            aria-label={kindLabel}
            value={stage.kind}
            options={[
              {
                value: 'all',
                text: i18n.translate('watchkeeper.lifecycle.change.allLabel', {
                  defaultMessage: 'All',
                }),
              },
              {
                value: 'first',
                text: i18n.translate('watchkeeper.lifecycle.change.firstLabel', {
                  defaultMessage: 'A number of them',
                }),
              },
              {
                value: 'percent',
                text: i18n.translate('watchkeeper.lifecycle.change.percentLabel', {
                  defaultMessage: 'A part of them, in percent',
                }),
              },
            ]}
            onChange={(event) => choose(event.target.value)}
            data-test-subj="changeStage"
          />
        </EuiFlexItem>
        {stage.kind !== 'all' && (
          <EuiFlexItem>
            <EuiCompressedFieldNumber
              fullWidth
              aria-label={kindLabel}
              min={1}
              value={stage.kind === 'first' ? stage.count : stage.of}
              onChange={(event) => {
                const size = Number(event.target.value);
                onChange(
                  stage.kind === 'first' ? { ...stage, count: size } : { ...stage, of: size }
                );
              }}
              data-test-subj="changeSize"
            />
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </EuiCompressedFormRow>
  );
};
