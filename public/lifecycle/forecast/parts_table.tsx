import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiTextColor, EuiTitle } from '@elastic/eui';
import type { ForecastPart } from '../../../common/lifecycle/forecast/policy_parts';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { PagedTable } from './paged_table';

const Whose: React.FC<{ id: string | undefined; isStored: boolean }> = ({ id, isStored }) => {
  if (id === undefined) {
    return (
      <EuiTextColor color="subdued">
        {i18n.translate('watchkeeper.lifecycle.clusterForecast.noPolicyText', {
          defaultMessage: 'No policy',
        })}
      </EuiTextColor>
    );
  }
  return isStored ? (
    <PageLink to={appPaths.policy(id)} className="eui-textBreakWord">
      {id}
    </PageLink>
  ) : (
    <span className="eui-textBreakWord">
      {i18n.translate('watchkeeper.lifecycle.clusterForecast.gonePolicyText', {
        defaultMessage: '{id} (deleted)',
        values: { id },
      })}
    </span>
  );
};

const columns = (stored: ReadonlySet<string>) => [
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.policyColumn', {
      defaultMessage: 'Policy',
    }),
    render: ({ policy_id: id }: ForecastPart) => (
      <Whose id={id} isStored={id !== undefined && stored.has(id)} />
    ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.indicesColumn', {
      defaultMessage: 'Indices',
    }),
    render: ({ indices, to_come: toCome }: ForecastPart) =>
      i18n.translate('watchkeeper.lifecycle.clusterForecast.indicesText', {
        defaultMessage: '{indices}{toCome, plural, =0 {} other {, # to come}}',
        values: { indices: formatCount(indices), toCome },
      }),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.deletedColumn', {
      defaultMessage: 'Deleted',
    }),
    render: ({ deletes, frees }: ForecastPart) =>
      deletes === 0
        ? '–'
        : i18n.translate('watchkeeper.lifecycle.clusterForecast.deletedText', {
            defaultMessage: '{count} ({bytes})',
            values: { count: formatCount(deletes), bytes: formatBytes(frees) },
          }),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.rolledColumn', {
      defaultMessage: 'Rolled over',
    }),
    width: '100px',
    render: ({ rollovers }: ForecastPart) => (rollovers === 0 ? '–' : formatCount(rollovers)),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.failedColumn', {
      defaultMessage: 'Failed',
    }),
    width: '90px',
    render: ({ failures }: ForecastPart) =>
      failures === 0 ? '–' : <EuiTextColor color="danger">{formatCount(failures)}</EuiTextColor>,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.storageColumn', {
      defaultMessage: 'Takes up',
    }),
    render: ({ bytes_now: now, bytes_end: end }: ForecastPart) =>
      i18n.translate('watchkeeper.lifecycle.clusterForecast.nowAndThenText', {
        defaultMessage: '{now} now, {end} in the end',
        values: { now: formatBytes(now), end: formatBytes(end) },
      }),
  },
];

/** What becomes of the indices of each policy. */
export const PartsTable: React.FC<{
  parts: readonly ForecastPart[];
  /** Ids of the policies that are there. */
  stored: ReadonlySet<string>;
}> = ({ parts, stored }) => {
  return (
    <>
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.partsTitle', {
            defaultMessage: 'By policy',
          })}
        </h3>
      </EuiTitle>
      <PagedTable<ForecastPart>
        items={parts}
        columns={columns(stored)}
        caption={i18n.translate('watchkeeper.lifecycle.clusterForecast.partsCaption', {
          defaultMessage: 'Policies, with what becomes of their indices',
        })}
        testSubj="partsTable"
      />
    </>
  );
};
