import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { WhatIf } from '../../../common/lifecycle/templates/what_if';
import { RemoveButton } from '../../shared/remove_button';

const NEW_ROW: WhatIf = { policy_id: '', patterns: '', priority: 1 };

const Row: React.FC<{
  row: WhatIf;
  onChange: (row: WhatIf) => void;
  onRemove: () => void;
}> = ({ row, onChange, onRemove }) => (
  <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false} data-test-subj="whatIfRow">
    <EuiFlexItem grow={2}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.lifecycle.names.whatIfPolicyLabel', {
          defaultMessage: 'Policy',
        })}
      >
        <EuiCompressedFieldText
          fullWidth
          value={row.policy_id}
          placeholder={i18n.translate('watchkeeper.lifecycle.names.whatIfPolicyPlaceholder', {
            defaultMessage: 'One there is, or a new one',
          })}
          onChange={({ target }) => onChange({ ...row, policy_id: target.value })}
          data-test-subj="whatIfPolicy"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={4}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.lifecycle.names.whatIfPatternsLabel', {
          defaultMessage: 'Patterns, separated by commas; a minus before one leaves names out',
        })}
      >
        <EuiCompressedFieldText
          fullWidth
          value={row.patterns}
          placeholder="logs-*, -logs-test-*"
          onChange={({ target }) => onChange({ ...row, patterns: target.value })}
          data-test-subj="whatIfPatterns"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={1} style={{ minWidth: 90 }}>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.lifecycle.names.priorityColumn', {
          defaultMessage: 'Priority',
        })}
      >
        <EuiCompressedFieldNumber
          fullWidth
          min={0}
          value={row.priority}
          onChange={({ target }) =>
            onChange({ ...row, priority: Math.max(0, Math.floor(Number(target.value) || 0)) })
          }
          data-test-subj="whatIfPriority"
        />
      </EuiCompressedFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <RemoveButton
        label={i18n.translate('watchkeeper.lifecycle.names.removeWhatIfLabel', {
          defaultMessage: 'Remove this template',
        })}
        mark="removeWhatIf"
        onRemove={onRemove}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** Templates that are not saved: what if there were these, too? */
export const WhatIfRows: React.FC<{
  rows: readonly WhatIf[];
  onChange: (rows: readonly WhatIf[]) => void;
}> = ({ rows, onChange }) => (
  <>
    <EuiTitle size="xxs">
      <h3>
        {i18n.translate('watchkeeper.lifecycle.names.whatIfTitle', {
          defaultMessage: 'What if there were another template',
        })}
      </h3>
    </EuiTitle>
    <EuiText size="xs" color="subdued">
      <p>
        {i18n.translate('watchkeeper.lifecycle.names.whatIfText', {
          defaultMessage:
            'These count as if they were saved now. They stand in the address of this page only.',
        })}
      </p>
    </EuiText>
    <EuiSpacer size="s" />
    {rows.map((row, place) => (
      <React.Fragment key={place}>
        <Row
          row={row}
          onChange={(next) => onChange(rows.map((each, i) => (i === place ? next : each)))}
          onRemove={() => onChange(rows.filter((_, i) => i !== place))}
        />
        <EuiSpacer size="s" />
      </React.Fragment>
    ))}
    <EuiSmallButtonEmpty
      iconType="plusInCircle"
      onClick={() => onChange([...rows, NEW_ROW])}
      data-test-subj="addWhatIf"
    >
      {i18n.translate('watchkeeper.lifecycle.names.addWhatIfButton', {
        defaultMessage: 'Add a template',
      })}
    </EuiSmallButtonEmpty>
  </>
);
