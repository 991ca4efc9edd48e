import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiCompressedSwitch, EuiFlexItem } from '@elastic/eui';
import { ANY, NONE } from '../../../common/indices/table/filter';
import { unmanagedLabel } from '../lifecycle_words';
import type { ChangeList, ListState } from './list_state';

interface Props {
  state: ListState;
  onChange: ChangeList;
}

/** What stands in the URL can be chosen, also where no index has it any more. */
const withChosen = (names: readonly string[], chosen: string): string[] =>
  chosen === '' || chosen === ANY || chosen === NONE || names.includes(chosen)
    ? [...names]
    : [...names, chosen];

const PolicyFilter: React.FC<Props & { policies: readonly string[] }> = ({
  state,
  onChange,
  policies,
}) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.indices.anyPolicyLabel', {
          defaultMessage: 'Managed or not',
        }),
      },
      {
        value: ANY,
        text: i18n.translate('watchkeeper.indices.managedLabel', { defaultMessage: 'Managed' }),
      },
      { value: NONE, text: unmanagedLabel() },
      ...withChosen(policies, state.policy).map((id) => ({ value: id, text: id })),
    ]}
    value={state.policy}
    onChange={(event) => onChange({ policy: event.target.value })}
    aria-label={i18n.translate('watchkeeper.indices.policyFilterAriaLabel', {
      defaultMessage: 'Filter by policy',
    })}
    data-test-subj="policyFilter"
  />
);

const StateFilter: React.FC<Props & { states: readonly string[] }> = ({
  state,
  onChange,
  states,
}) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.indices.anyStateLabel', { defaultMessage: 'Any state' }),
      },
      ...withChosen(states, state.state).map((name) => ({ value: name, text: name })),
    ]}
    value={state.state}
    onChange={(event) => onChange({ state: event.target.value })}
    aria-label={i18n.translate('watchkeeper.indices.stateFilterAriaLabel', {
      defaultMessage: 'Filter by state of the policy',
    })}
    data-test-subj="stateFilter"
  />
);

/** By what manages the indices. */
export const LifecycleFilters: React.FC<
  Props & { policies: readonly string[]; states: readonly string[] }
> = ({ policies, states, ...props }) => (
  <>
    <EuiFlexItem grow={false}>
      <PolicyFilter {...props} policies={policies} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <StateFilter {...props} states={states} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSwitch
        label={i18n.translate('watchkeeper.indices.failedSwitchLabel', {
          defaultMessage: 'Failed only',
        })}
        checked={props.state.failed}
        onChange={(event) => props.onChange({ failed: event.target.checked })}
        data-test-subj="failedSwitch"
      />
    </EuiFlexItem>
  </>
);
