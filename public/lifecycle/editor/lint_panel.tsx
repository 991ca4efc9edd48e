import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiCallOut,
  EuiLink,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Policy } from '../../../common/lifecycle/policy/policy';
import { Said } from '../../shared/said';
import type { EditPolicy } from '../document/use_policy_document';
import { FindingsBadges } from '../list/findings_badges';
import { placeWords } from '../states/words';

const severityLabel = ({ severity }: Finding): string =>
  severity === 'error'
    ? i18n.translate('watchkeeper.lifecycle.lint.errorLabel', { defaultMessage: 'Error' })
    : i18n.translate('watchkeeper.lifecycle.lint.warningLabel', { defaultMessage: 'Warning' });

/** What a repair does is read before it is done: the words of its button are not cut off. */
const WRAPPED = {
  style: { height: 'auto', maxWidth: '100%' },
  contentProps: { style: { height: 'auto', padding: '4px 12px' } },
  textProps: { style: { whiteSpace: 'normal', textAlign: 'left' } },
} as const;

const FindingItem: React.FC<{
  finding: Finding;
  policy: Policy;
  onGo: (path: Path) => void;
  edit: EditPolicy;
}> = ({ finding, policy, onGo, edit }) => {
  const { severity, path, repair } = finding;
  const place = placeWords(policy, path);
  return (
    <EuiPanel paddingSize="s" hasShadow={false} data-test-subj={`finding-${finding.rule}`}>
      <EuiText size="s" className="eui-textBreakWord">
        <EuiBadge color={severity === 'error' ? 'danger' : 'warning'}>
          {severityLabel(finding)}
        </EuiBadge>{' '}
        {place !== '' && (
          <EuiLink onClick={() => onGo(path)} data-test-subj="findingPlace">
            {place}
          </EuiLink>
        )}
        <p>
          <Said sentence={finding.said} />
        </p>
      </EuiText>
      {repair && (
        <>
          <EuiSpacer size="xs" />
          <EuiSmallButton
            iconType="wrench"
            onClick={() => edit(repair.apply)}
            {...WRAPPED}
            data-test-subj="repair"
          >
            <Said sentence={repair.label} />
          </EuiSmallButton>
        </>
      )}
    </EuiPanel>
  );
};

/** Everything that its author should know, each with its place and, where there is one, a repair. */
export const LintPanel: React.FC<{
  findings: readonly Finding[];
  policy: Policy;
  /** What could not be read of the cluster, and so was not asked about. */
  gaps: readonly string[];
  /** How many indices the policy was judged against. */
  indices: number | undefined;
  onGo: (path: Path) => void;
  edit: EditPolicy;
}> = ({ findings, policy, gaps, indices, onGo, edit }) => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section data-test-subj="lintPanel">
      <EuiTitle size="xs">
        <h2>
          {i18n.translate('watchkeeper.lifecycle.lint.title', { defaultMessage: 'Findings' })}
        </h2>
      </EuiTitle>
      <EuiText size="s" aria-live="polite" data-test-subj="lintCounts">
        <p>
          {findings.length > 0 ? (
            <FindingsBadges errors={errors} warnings={findings.length - errors} />
          ) : (
            i18n.translate('watchkeeper.lifecycle.lint.nothingText', {
              defaultMessage: 'Nothing is wrong with this policy, as far as is known.',
            })
          )}
        </p>
      </EuiText>
      {indices !== undefined && (
        <EuiText size="xs" color="subdued" data-test-subj="lintIndices">
          <p>
            {i18n.translate('watchkeeper.lifecycle.lint.indicesText', {
              defaultMessage:
                'Judged against {count, plural, =0 {no index} one {# index} other {# indices}} of the cluster.',
              values: { count: indices },
            })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
      {findings.map((finding, i) => (
        <React.Fragment key={`${finding.rule}-${i}`}>
          <FindingItem {...{ finding, policy, onGo, edit }} />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      {gaps.length > 0 && (
        <EuiCallOut
          size="s"
          iconType="iInCircle"
          title={i18n.translate('watchkeeper.lifecycle.lint.gapsTitle', {
            defaultMessage: 'Not all of the cluster could be read',
          })}
          data-test-subj="lintGaps"
        >
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </EuiCallOut>
      )}
    </section>
  );
};
