import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { exportPolicies, exportTerraform } from '../export_policy';
import { bodyOf } from './policy_rows';
import type { PolicyRow } from './policy_rows';

/** What is done with policies that are chosen. Nothing while none is. */
export const ExportSelected: React.FC<{ rows: readonly PolicyRow[] }> = ({ rows }) => {
  if (rows.length === 0) return null;
  const chosen = () => rows.map(({ id, record }) => ({ id, body: bodyOf(record) }));
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            iconType="exportAction"
            onClick={() => exportPolicies(chosen())}
            data-test-subj="exportSelected"
          >
            {i18n.translate('watchkeeper.lifecycle.list.exportSelectedLabel', {
              defaultMessage: '{count, plural, one {Export # policy} other {Export # policies}}',
              values: { count: rows.length },
            })}
          </EuiSmallButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            iconType="exportAction"
            onClick={() => exportTerraform(chosen())}
            data-test-subj="exportTerraform"
          >
            {i18n.translate('watchkeeper.lifecycle.list.exportTerraformLabel', {
              defaultMessage: 'As Terraform',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
};
