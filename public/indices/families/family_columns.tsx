import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiHealth, EuiSmallButtonIcon } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { Growth } from '../../../common/indices/rows/index_row';
import type { FamilyGroup } from '../../../common/indices/table/family_groups';
import { NONE } from '../../../common/indices/table/filter';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { unmanagedLabel } from '../lifecycle_words';
import { HealthBadge, columnLabel, perDayText } from '../words';

const KindBadge: React.FC<{ family: FamilyGroup }> = ({ family }) => {
  if (family.is_data_stream)
    return <EuiBadge color="hollow">{columnLabel('data_stream')}</EuiBadge>;
  if (!family.is_alias) return null;
  return (
    <EuiBadge color="hollow">
      {i18n.translate('watchkeeper.indices.rolledAliasLabel', { defaultMessage: 'Rolled alias' })}
    </EuiBadge>
  );
};

const Pattern: React.FC<{ family: FamilyGroup }> = ({ family }) => (
  <span className="eui-textBreakWord">
    <PageLink to={appPaths.indicesWhere({ family: family.pattern })} data-test-subj="familyLink">
      {family.pattern}
    </PageLink>{' '}
    <KindBadge family={family} />
  </span>
);

/** One policy, several, none, and how many members go without. */
const Policies: React.FC<{ family: FamilyGroup }> = ({ family }) => {
  const { pattern, policies, unmanaged, failed, members } = family;
  return (
    <span data-test-subj="familyPolicies">
      {policies.length > 1 && (
        <div>
          {i18n.translate('watchkeeper.indices.mixedPoliciesText', {
            defaultMessage: 'Mixed:',
          })}
        </div>
      )}
      {policies.map((id) => (
        <div key={id} className="eui-textBreakWord">
          <PageLink to={appPaths.policy(id)}>{id}</PageLink>
        </div>
      ))}
      {unmanaged === members && <div>{unmanagedLabel()}</div>}
      {unmanaged > 0 && unmanaged < members && (
        <PageLink
          to={appPaths.indicesWhere({ family: pattern, policy: NONE })}
          data-test-subj="unmanagedLink"
        >
          {i18n.translate('watchkeeper.indices.unmanagedMembersText', {
            defaultMessage: '{count, number} not managed',
            values: { count: unmanaged },
          })}
        </PageLink>
      )}
      {failed > 0 && (
        <div>
          <PageLink
            to={appPaths.indicesWhere({ family: pattern, failed: 'true' })}
            data-test-subj="failedLink"
          >
            <EuiHealth color="danger">
              {i18n.translate('watchkeeper.indices.failedMembersText', {
                defaultMessage: '{count, number} failed',
                values: { count: failed },
              })}
            </EuiHealth>
          </PageLink>
        </div>
      )}
    </span>
  );
};

const MissingBadge: React.FC<{ missing: readonly string[] }> = ({ missing }) =>
  missing.length === 0 ? (
    <>–</>
  ) : (
    <EuiBadge color="warning" data-test-subj="missingCount">
      {i18n.translate('watchkeeper.indices.missingLabel', {
        defaultMessage: '{count, plural, one {# day} other {# days}}',
        values: { count: missing.length },
      })}
    </EuiBadge>
  );

const docsText = (docs: number): string =>
  i18n.translate('watchkeeper.indices.docsText', {
    defaultMessage: '{count, plural, one {# document} other {# documents}}',
    values: { count: docs },
  });

const GrowthText: React.FC<{ growth: Growth | undefined }> = ({ growth }) =>
  growth === undefined ? (
    <>–</>
  ) : (
    <span data-test-subj="familyPerDay">
      {perDayText(formatBytes(growth.bytes))}
      <br />
      {docsText(Math.round(growth.docs))}
    </span>
  );

type Column = EuiBasicTableColumn<FamilyGroup>;

const newestColumn = (): Column => ({
  field: 'newest_at',
  name: i18n.translate('watchkeeper.indices.newestColumn', { defaultMessage: 'Newest' }),
  sortable: true,
  width: '20%',
  render: (at: number, { newest }: FamilyGroup) => (
    <span>
      <PageLink to={appPaths.index(newest)}>
        <span className="eui-textBreakWord">{newest}</span>
      </PageLink>
      <br />
      <Timestamp value={at} />
    </span>
  ),
});

const chartColumn = (open: ReadonlySet<string>, toggle: (pattern: string) => void): Column => ({
  name: '',
  isExpander: true,
  align: 'right',
  width: '40px',
  render: ({ pattern }: FamilyGroup) => (
    <EuiSmallButtonIcon
      iconType={open.has(pattern) ? 'arrowUp' : 'visBarVertical'}
      onClick={() => toggle(pattern)}
      aria-expanded={open.has(pattern)}
      aria-label={i18n.translate('watchkeeper.indices.showGrowthAriaLabel', {
        defaultMessage: 'Growth of {pattern}',
        values: { pattern },
      })}
      data-test-subj="showGrowth"
    />
  ),
});

const policyColumn = (): Column => ({
  name: columnLabel('policy'),
  width: '15%',
  sortable: ({ policies }: FamilyGroup) => policies.join(),
  render: (family: FamilyGroup) => <Policies family={family} />,
});

/** @param open families whose chart is shown */
export const familyColumns = (
  open: ReadonlySet<string>,
  toggle: (pattern: string) => void,
  hasLifecycle: boolean
): Column[] => [
  {
    field: 'pattern',
    name: i18n.translate('watchkeeper.indices.familyColumn', { defaultMessage: 'Family' }),
    sortable: true,
    render: (_: string, family: FamilyGroup) => <Pattern family={family} />,
  },
  {
    field: 'health',
    name: columnLabel('health'),
    sortable: true,
    width: '90px',
    render: (health: FamilyGroup['health']) => <HealthBadge health={health} />,
  },
  {
    field: 'members',
    name: i18n.translate('watchkeeper.indices.membersColumn', { defaultMessage: 'Indices' }),
    sortable: true,
    align: 'right',
    width: '80px',
    render: (count: number) => formatCount(count),
  },
  {
    field: 'bytes',
    name: columnLabel('bytes'),
    sortable: true,
    align: 'right',
    width: '120px',
    render: (bytes: number, { docs }: FamilyGroup) => (
      <span>
        {formatBytes(bytes)}
        <br />
        {docsText(docs)}
      </span>
    ),
  },
  {
    name: columnLabel('growth'),
    align: 'right',
    width: '120px',
    sortable: ({ growth }: FamilyGroup) => growth?.bytes ?? -1,
    render: ({ growth }: FamilyGroup) => <GrowthText growth={growth} />,
  },
  ...(hasLifecycle ? [policyColumn()] : []),
  newestColumn(),
  {
    field: 'missing',
    name: i18n.translate('watchkeeper.indices.missingColumn', { defaultMessage: 'Missing' }),
    sortable: ({ missing }: FamilyGroup) => missing.length,
    width: '86px',
    render: (missing: string[]) => <MissingBadge missing={missing} />,
  },
  chartColumn(open, toggle),
];
