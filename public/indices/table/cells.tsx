import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiToolTip } from '@elastic/eui';
import { writeAliasOf } from '../../../common/indices/rows/build_rows';
import type { IndexRow } from '../../../common/indices/rows/index_row';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { Timestamp, useTime } from '../../shared/time';
import { Problem, unmanagedLabel } from '../lifecycle_words';
import { HealthBadge, ageText, perDayText, shardsText, statusLabel } from '../words';

/** Pixels; the name takes what is left. */
export const WIDTHS: Readonly<Record<IndexColumn, number>> = {
  ...{ name: 250, health: 84, status: 74, docs: 90, bytes: 78, primary_bytes: 104, shards: 64 },
  ...{ created_at: 160, age: 66, policy: 120, state: 90, problem: 240, growth: 100 },
  ...{ growth_docs: 110, data_stream: 120, write_alias: 120 },
};

const NUMBERS: ReadonlySet<IndexColumn> = new Set([
  ...(['docs', 'bytes', 'primary_bytes', 'shards', 'age', 'growth', 'growth_docs'] as const),
]);

export const alignOf = (column: IndexColumn) => (NUMBERS.has(column) ? 'right' : 'left');

const known = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined ? '–' : format(value);

const Age: React.FC<{ at: number; now: number }> = ({ at, now }) => {
  const { format } = useTime();
  return (
    <EuiToolTip content={format(at)}>
      <span>{ageText(now - at)}</span>
    </EuiToolTip>
  );
};

const Policy: React.FC<{ row: IndexRow }> = ({ row: { lifecycle } }) =>
  lifecycle ? (
    <PageLink to={appPaths.policy(lifecycle.policy_id)} data-test-subj="indexPolicy">
      <span title={lifecycle.policy_id}>{lifecycle.policy_id}</span>
    </PageLink>
  ) : (
    <>{unmanagedLabel()}</>
  );

const State: React.FC<{ row: IndexRow }> = ({ row: { name, lifecycle } }) =>
  lifecycle ? (
    <PageLink to={appPaths.managedIndex(name)} data-test-subj="indexState">
      {lifecycle.state ??
        (lifecycle.completed
          ? i18n.translate('watchkeeper.indices.completedLabel', { defaultMessage: 'Completed' })
          : i18n.translate('watchkeeper.indices.notBegunLabel', { defaultMessage: 'Not begun' }))}
    </PageLink>
  ) : (
    <>–</>
  );

/** The end of a name, where its date or number stands, is never what is cut. */
const KEPT = 12;

const Name: React.FC<{ name: string }> = ({ name }) => (
  <span title={name} style={{ display: 'flex' }}>
    <span className="eui-textTruncate" style={{ whiteSpace: 'pre' }}>
      {name.slice(0, -KEPT)}
    </span>
    <span style={{ flexShrink: 0 }}>{name.slice(-KEPT)}</span>
  </span>
);

/** What stands in one cell. @param now ages count up to it */
export const contentOf = (row: IndexRow, column: IndexColumn, now: number): React.ReactNode => {
  switch (column) {
    case 'health':
      return <HealthBadge health={row.health} />;
    case 'status':
      return statusLabel(row.status);
    case 'docs':
      return known(row.docs, formatCount);
    case 'bytes':
      return known(row.bytes, formatBytes);
    case 'primary_bytes':
      return known(row.primary_bytes, formatBytes);
    case 'shards':
      return shardsText(row);
    case 'created_at':
      return <Timestamp value={row.created_at} />;
    case 'age':
      return <Age at={row.created_at} now={now} />;
    case 'policy':
      return <Policy row={row} />;
    case 'state':
      return <State row={row} />;
    case 'problem':
      return row.lifecycle?.failed ? <Problem lifecycle={row.lifecycle} /> : '–';
    case 'growth':
      return known(row.growth?.bytes, (bytes) => perDayText(formatBytes(bytes)));
    case 'growth_docs':
      return known(row.growth?.docs, (docs) => perDayText(formatCount(Math.round(docs))));
    case 'data_stream':
      return row.data_stream ?? '–';
    case 'write_alias':
      return writeAliasOf(row) ?? '–';
    default:
      return (
        <PageLink to={appPaths.index(row.name)} data-test-subj="indexLink">
          <Name name={row.name} />
        </PageLink>
      );
  }
};
