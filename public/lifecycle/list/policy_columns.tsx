import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiHealth, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { FAILING } from '../../../common/lifecycle/managed_table/rows';
import { FindingsBadges } from './findings_badges';
import type { PolicyRow } from './policy_rows';

const MOST_CHIPS = 5;
const MOST_TEMPLATES = 3;

/** Short names, one beside the other. */
const Chips: React.FC<{ names: readonly string[] }> = ({ names }) => (
  <span>
    {names.slice(0, MOST_CHIPS).map((name) => (
      <EuiBadge key={name} color="hollow">
        {name}
      </EuiBadge>
    ))}
    {names.length > MOST_CHIPS && ` +${formatCount(names.length - MOST_CHIPS)}`}
  </span>
);

/** The patterns of a policy, and the index templates that make what they take in. */
const TakenIn: React.FC<{ row: PolicyRow }> = ({
  row: { patterns, index_templates: templates },
}) => (
  <div>
    <Chips names={patterns} />
    {templates.length > 0 && (
      <EuiText size="xs" color="subdued" className="eui-textBreakWord">
        {i18n.translate('watchkeeper.lifecycle.list.templatesText', {
          defaultMessage:
            '{count, plural, one {Index template} other {Index templates}}: {names}{more, plural, =0 {} other {, and # more}}',
          values: {
            count: templates.length,
            names: templates.slice(0, MOST_TEMPLATES).join(', '),
            more: Math.max(0, templates.length - MOST_TEMPLATES),
          },
        })}
      </EuiText>
    )}
  </div>
);

/** How many indices it manages, and how many of them fail. */
const Usage: React.FC<{ row: PolicyRow }> = ({ row: { id, used_by: usedBy, failing = 0 } }) => {
  if (usedBy === undefined || usedBy === 0) return <>{usedBy ?? '–'}</>;
  return (
    <div>
      <PageLink to={appPaths.managedIndicesWhere({ policy: id })} data-test-subj="usedBy">
        {formatCount(usedBy)}
      </PageLink>
      {failing > 0 && (
        <div>
          <EuiHealth color="danger" textSize="xs">
            <PageLink
              to={appPaths.managedIndicesWhere({ policy: id, health: FAILING })}
              data-test-subj="failingOfPolicy"
            >
              {i18n.translate('watchkeeper.lifecycle.list.failingText', {
                defaultMessage: '{count, number} failing',
                values: { count: failing },
              })}
            </PageLink>
          </EuiHealth>
        </div>
      )}
    </div>
  );
};

/** When, by whom and why. */
const Changed: React.FC<{ row: PolicyRow }> = ({
  row: { updated_at: at, updated_by: by, note },
}) => (
  <div>
    <Timestamp value={at} wrap />
    {(by !== undefined || note !== undefined) && (
      <EuiText size="xs" color="subdued" className="eui-textBreakWord" data-test-subj="changedBy">
        {[by, note].filter((text) => text !== undefined).join(': ')}
      </EuiText>
    )}
  </div>
);

export interface RowActions {
  onEdit: (row: PolicyRow) => void;
  onClone: (row: PolicyRow) => void;
  onApply: (row: PolicyRow) => void;
  onExport: (row: PolicyRow) => void;
  onDelete: (row: PolicyRow) => void;
}

const actionsColumn = (actions: RowActions): EuiBasicTableColumn<PolicyRow> => ({
  name: i18n.translate('watchkeeper.lifecycle.list.actionsColumn', { defaultMessage: 'Actions' }),
  width: '90px',
  actions: [
    {
      name: i18n.translate('watchkeeper.lifecycle.list.editLabel', { defaultMessage: 'Edit' }),
      description: i18n.translate('watchkeeper.lifecycle.list.editText', {
        defaultMessage: 'Edit this policy',
      }),
      ...{ type: 'icon', icon: 'pencil', isPrimary: true, onClick: actions.onEdit },
      'data-test-subj': 'editPolicy',
    },
    {
      name: i18n.translate('watchkeeper.lifecycle.list.cloneLabel', { defaultMessage: 'Clone' }),
      description: i18n.translate('watchkeeper.lifecycle.list.cloneText', {
        defaultMessage: 'Begin a new policy with this one',
      }),
      ...{ type: 'icon', icon: 'copy', onClick: actions.onClone },
      'data-test-subj': 'clonePolicy',
    },
    {
      name: i18n.translate('watchkeeper.lifecycle.list.applyLabel', { defaultMessage: 'Apply' }),
      description: i18n.translate('watchkeeper.lifecycle.list.applyText', {
        defaultMessage: 'Apply this policy to indices, after a preview',
      }),
      ...{ type: 'icon', icon: 'indexOpen', onClick: actions.onApply },
      'data-test-subj': 'applyThisPolicy',
    },
    {
      name: i18n.translate('watchkeeper.lifecycle.list.exportLabel', { defaultMessage: 'Export' }),
      description: i18n.translate('watchkeeper.lifecycle.list.exportText', {
        defaultMessage: 'Save as a JSON file in canonical form',
      }),
      ...{ type: 'icon', icon: 'exportAction', onClick: actions.onExport },
      'data-test-subj': 'exportPolicy',
    },
    {
      name: i18n.translate('watchkeeper.lifecycle.list.deleteLabel', { defaultMessage: 'Delete' }),
      description: i18n.translate('watchkeeper.lifecycle.list.deleteText', {
        defaultMessage: 'Delete this policy',
      }),
      ...{ type: 'icon', icon: 'trash', color: 'danger', onClick: actions.onDelete },
      'data-test-subj': 'deletePolicy',
    },
  ],
});

export const policyColumns = (actions: RowActions): Array<EuiBasicTableColumn<PolicyRow>> => [
  {
    field: 'id',
    name: i18n.translate('watchkeeper.lifecycle.list.idColumn', { defaultMessage: 'Policy' }),
    sortable: true,
    render: (id: string) => (
      <PageLink to={appPaths.policy(id)} className="eui-textBreakWord" data-test-subj="policyLink">
        {id}
      </PageLink>
    ),
  },
  {
    field: 'description',
    name: i18n.translate('watchkeeper.lifecycle.list.descriptionColumn', {
      defaultMessage: 'Description',
    }),
    sortable: true,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.list.statesColumn', { defaultMessage: 'States' }),
    render: ({ states }: PolicyRow) => <Chips names={states} />,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.list.patternsColumn', {
      defaultMessage: 'Taken in by name',
    }),
    render: (row: PolicyRow) => <TakenIn row={row} />,
  },
  {
    field: 'used_by',
    name: i18n.translate('watchkeeper.lifecycle.list.usedByColumn', { defaultMessage: 'Indices' }),
    sortable: true,
    align: 'right',
    width: '104px',
    render: (_usedBy: number | undefined, row: PolicyRow) => <Usage row={row} />,
  },
  {
    field: 'errors',
    name: i18n.translate('watchkeeper.lifecycle.list.findingsColumn', {
      defaultMessage: 'Findings',
    }),
    sortable: true,
    width: '125px',
    render: (_errors: number, row: PolicyRow) => <FindingsBadges {...row} />,
  },
  {
    field: 'updated_at',
    name: i18n.translate('watchkeeper.lifecycle.list.updatedColumn', { defaultMessage: 'Updated' }),
    sortable: true,
    width: '150px',
    render: (_at: number | undefined, row: PolicyRow) => <Changed row={row} />,
  },
  actionsColumn(actions),
];
