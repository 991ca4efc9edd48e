import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedComboBox,
  EuiCompressedFormRow,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Said } from '../../shared/said';
import { FindingsBadges } from '../list/findings_badges';

const MOST_FINDINGS = 5;

const Findings: React.FC<{ findings: readonly Finding[] }> = ({ findings }) => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color={errors > 0 ? 'danger' : 'warning'}
        title={
          <>
            {i18n.translate('watchkeeper.lifecycle.apply.findingsTitle', {
              defaultMessage: 'Of this policy, on these indices:',
            })}{' '}
            <FindingsBadges errors={errors} warnings={findings.length - errors} />
          </>
        }
        data-test-subj="applyFindings"
      >
        <ul className="eui-textBreakWord">
          {findings.slice(0, MOST_FINDINGS).map((finding, place) => (
            <li key={`${finding.rule}-${place}`}>
              <Said sentence={finding.said} />
            </li>
          ))}
        </ul>
      </EuiCallOut>
    </>
  );
};

/** Which policy, with what is wrong with it. */
export const PolicyChoice: React.FC<{
  policies: readonly PolicyRecord[];
  record: PolicyRecord | undefined;
  /** As it stands in the URL. */
  wanted: string;
  /** There is none to choose. */
  isEmpty: boolean;
  findings: readonly Finding[];
  onChange: (id: string) => void;
}> = ({ policies, record, wanted, isEmpty, findings, onChange }) => (
  <>
    <EuiCompressedFormRow
      fullWidth
      label={i18n.translate('watchkeeper.lifecycle.apply.policyLabel', {
        defaultMessage: 'Policy',
      })}
      isInvalid={wanted !== '' && !record}
      error={i18n.translate('watchkeeper.lifecycle.apply.noPolicyError', {
        defaultMessage: 'There is no policy “{id}”.',
        values: { id: wanted },
      })}
    >
      <EuiCompressedComboBox
        fullWidth
        singleSelection={{ asPlainText: true }}
        isClearable={false}
        placeholder={i18n.translate('watchkeeper.lifecycle.apply.policyPlaceholder', {
          defaultMessage: 'Search for a policy',
        })}
        options={policies.map(({ id }) => ({ label: id }))}
        selectedOptions={record ? [{ label: record.id }] : []}
        onChange={([option]) => option && onChange(option.label)}
        data-test-subj="applyPolicy"
      />
    </EuiCompressedFormRow>
    {isEmpty && (
      <EuiText size="s" color="subdued" data-test-subj="applyNoPolicies">
        <p>
          {i18n.translate('watchkeeper.lifecycle.apply.noPoliciesText', {
            defaultMessage: 'There is no policy yet.',
          })}{' '}
          <PageLink to={appPaths.policies()}>
            {i18n.translate('watchkeeper.lifecycle.apply.createPolicyLink', {
              defaultMessage: 'Create one',
            })}
          </PageLink>
        </p>
      </EuiText>
    )}
    {record && (
      <EuiText size="xs" color="subdued">
        <p>
          {readPolicy(record.body).description}{' '}
          <PageLink to={appPaths.policy(record.id)}>
            {i18n.translate('watchkeeper.lifecycle.apply.openPolicyLabel', {
              defaultMessage: 'Open the policy',
            })}
          </PageLink>
        </p>
      </EuiText>
    )}
    <Findings findings={findings} />
  </>
);
