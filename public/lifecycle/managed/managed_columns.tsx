import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCheckbox, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { Explanation } from '../../../common/lifecycle/explain/explain_index';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { ManagedRow } from '../../../common/lifecycle/managed_table/rows';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { useTime } from '../../shared/time';
import { HealthBadge, OutdatedBadge } from './health_badge';
import { managedActionLabel } from './managed_filters';
import { Why } from './why';

export interface ColumnDeps {
  explain: (managed: ManagedIndex) => Explanation;
  selected: ReadonlySet<string>;
  onSelect: (index: string) => void;
}

const checkbox = ({ selected, onSelect }: ColumnDeps): EuiBasicTableColumn<ManagedRow> => ({
  name: '',
  width: '32px',
  render: ({ managed: { index } }: ManagedRow) => (
    <EuiCheckbox
      id={`managed-${index}`}
      checked={selected.has(index)}
      onChange={() => onSelect(index)}
      aria-label={i18n.translate('watchkeeper.lifecycle.managed.selectAriaLabel', {
        defaultMessage: 'Select {index}',
        values: { index },
      })}
      data-test-subj="selectManaged"
    />
  ),
});

const IndexCell: React.FC<{ managed: ManagedIndex }> = ({ managed }) => (
  <div className="eui-textBreakWord">
    <PageLink to={appPaths.managedIndex(managed.index)} data-test-subj="managedLink">
      {managed.index}
    </PageLink>
    {managed.data_stream !== undefined && (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.lifecycle.managed.ofStreamText', {
          defaultMessage: 'of the data stream {stream}',
          values: { stream: managed.data_stream },
        })}
      </EuiText>
    )}
  </div>
);

const PolicyCell: React.FC<{ managed: ManagedIndex }> = ({ managed }) => (
  <div className="eui-textBreakWord">
    <PageLink to={appPaths.policy(managed.policy_id)}>{managed.policy_id}</PageLink>
    {managed.outdated && (
      <div>
        <OutdatedBadge />
      </div>
    )}
  </div>
);

const StateCell: React.FC<{ managed: ManagedIndex }> = ({ managed: { cursor } }) => {
  const state = cursor?.state ?? '';
  const to = cursor?.transition_to;
  if (state === '' && to === undefined) return <>–</>;
  return (
    <div className="eui-textBreakWord">
      {to === undefined ? state : `→ ${to}`}
      {cursor?.action && (
        <EuiText size="xs" color="subdued">
          {managedActionLabel(cursor.action.type)}
        </EuiText>
      )}
    </div>
  );
};

const Age: React.FC<{ at: number | undefined }> = ({ at }) => {
  const { format, relative } = useTime();
  return at === undefined ? <>–</> : <span title={format(at)}>{relative(at)}</span>;
};

/** Sortable ones have the names of `MANAGED_SORTS`. */
export const managedColumns = (deps: ColumnDeps): Array<EuiBasicTableColumn<ManagedRow>> => [
  checkbox(deps),
  {
    field: 'index',
    name: i18n.translate('watchkeeper.lifecycle.managed.indexColumn', { defaultMessage: 'Index' }),
    sortable: true,
    width: '18%',
    render: (_value: unknown, { managed }: ManagedRow) => <IndexCell managed={managed} />,
  },
  {
    field: 'health',
    name: i18n.translate('watchkeeper.lifecycle.managed.healthColumn', {
      defaultMessage: 'Status',
    }),
    sortable: true,
    width: '124px',
    render: (_value: unknown, { health }: ManagedRow) => <HealthBadge health={health} />,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.managed.whyColumn', {
      defaultMessage: 'Why, and what comes next',
    }),
    render: ({ managed }: ManagedRow) => <Why explanation={deps.explain(managed)} />,
  },
  {
    field: 'policy',
    name: i18n.translate('watchkeeper.lifecycle.managed.policyColumn', {
      defaultMessage: 'Policy',
    }),
    sortable: true,
    width: '15%',
    render: (_value: unknown, { managed }: ManagedRow) => <PolicyCell managed={managed} />,
  },
  {
    field: 'state',
    name: i18n.translate('watchkeeper.lifecycle.managed.stateColumn', {
      defaultMessage: 'State, action',
    }),
    sortable: true,
    width: '120px',
    render: (_value: unknown, { managed }: ManagedRow) => <StateCell managed={managed} />,
  },
  {
    field: 'age',
    name: i18n.translate('watchkeeper.lifecycle.managed.createdColumn', {
      defaultMessage: 'Created',
    }),
    sortable: true,
    width: '104px',
    render: (_value: unknown, { managed }: ManagedRow) => <Age at={managed.created_at} />,
  },
];
