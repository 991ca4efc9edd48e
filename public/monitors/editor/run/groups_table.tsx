import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiInMemoryTable, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { DryGroup, DryVerdict } from '../../../../common/monitors/api';
import { ProblemText } from '../../problem_text';
import { formatCount } from '../../words';

type Judged = Extract<DryVerdict, { kind: 'judged' }>;
type ShownGroup = Omit<DryGroup, 'content'>;

const groupText = ({ group = [], key }: ShownGroup): string => {
  if (group.length > 0) return group.map(({ field, value }) => `${field}: ${value}`).join(', ');
  return key === ''
    ? i18n.translate('watchkeeper.editor.wholeGroupText', { defaultMessage: 'Everything' })
    : key;
};

const columns = (): Array<EuiBasicTableColumn<ShownGroup>> => [
  {
    name: i18n.translate('watchkeeper.editor.groupColumn', { defaultMessage: 'Group' }),
    render: (group: ShownGroup) => <span className="eui-textBreakWord">{groupText(group)}</span>,
  },
  {
    name: i18n.translate('watchkeeper.editor.groupTriggeredColumn', {
      defaultMessage: 'Triggered',
    }),
    width: '110px',
    render: ({ triggered }: ShownGroup) => (
      <EuiBadge color={triggered ? 'warning' : 'hollow'} data-test-subj="groupTriggered">
        {String(triggered)}
      </EuiBadge>
    ),
  },
  {
    name: i18n.translate('watchkeeper.editor.groupValueColumn', { defaultMessage: 'Value' }),
    width: '30%',
    render: ({ value, measure }: ShownGroup) => (
      <span className="eui-textBreakWord">{value ?? measure ?? '–'}</span>
    ),
  },
];

const countsText = ({ counts: { judged, triggered }, groups }: Judged): string =>
  [
    i18n.translate('watchkeeper.editor.groupCountsText', {
      defaultMessage: '{triggered} of {judged, plural, one {# group} other {# groups}} triggered',
      values: { judged, triggered: formatCount(triggered) },
    }),
    ...(groups.length < judged
      ? [
          i18n.translate('watchkeeper.editor.groupsShownText', {
            defaultMessage: 'the first {shown} are shown',
            values: { shown: formatCount(groups.length) },
          }),
        ]
      : []),
  ].join('; ');

const leftOutText = ({ count, reason }: NonNullable<Judged['leftOut']>): string =>
  i18n.translate('watchkeeper.editor.leftOutText', {
    defaultMessage: '{count, plural, one {# group was} other {# groups were}} left out: {reason}',
    values: { count, reason },
  });

/** The groups of a trigger, by name, with what its condition came to. */
export const GroupsTable: React.FC<{ name: string; groups: readonly ShownGroup[] }> = ({
  name,
  groups,
}) => {
  const items = useMemo(() => [...groups], [groups]);
  return (
    <EuiInMemoryTable<ShownGroup>
      items={items}
      itemId="key"
      columns={columns()}
      compressed
      pagination={items.length > 10 ? { pageSizeOptions: [10, 25, 50] } : false}
      tableCaption={i18n.translate('watchkeeper.editor.groupsCaption', {
        defaultMessage: 'Groups of {name} in the last run',
        values: { name },
      })}
      data-test-subj="groupsTable"
    />
  );
};

/** What a trigger makes of each group, or why it makes nothing of them. */
export const GroupsOfTrigger: React.FC<{ name: string; verdict: DryVerdict }> = ({
  name,
  verdict,
}) => {
  const groups = useMemo(() => (verdict.kind === 'judged' ? [...verdict.groups] : []), [verdict]);
  return (
    <div data-test-subj="triggerGroups">
      <EuiText size="s">
        <strong>{name}</strong>
        {verdict.kind === 'judged' && `: ${countsText(verdict)}`}
      </EuiText>
      {verdict.kind === 'problem' && <ProblemText message={verdict.problem.message} />}
      {verdict.kind === 'judged' && verdict.noData && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.editor.noDataText', {
            defaultMessage: 'There was nothing to judge.',
          })}
        </EuiText>
      )}
      {verdict.kind === 'judged' && verdict.leftOut && (
        <ProblemText message={leftOutText(verdict.leftOut)} />
      )}
      {groups.length > 0 && <GroupsTable name={name} groups={groups} />}
    </div>
  );
};
