import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';
import type { ForecastDay } from '../../../common/lifecycle/forecast/range';
import type { Deleted } from '../../../common/lifecycle/forecast/tally';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes } from '../../shared/numbers';
import { useTime } from '../../shared/time';
import { toComeLabel } from '../simulation/days_table';
import { causeText } from './cluster_words';
import { PagedTable } from './paged_table';

const columns = (zone: string) => [
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.indexColumn', {
      defaultMessage: 'Index',
    }),
    render: ({ name, to_come: toCome }: Deleted) => (
      <span className="eui-textBreakWord">
        {toCome ? (
          <>
            {name} <EuiBadge color="hollow">{toComeLabel()}</EuiBadge>
          </>
        ) : (
          <PageLink to={appPaths.managedIndex(name)}>{name}</PageLink>
        )}
      </span>
    ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.policyColumn', {
      defaultMessage: 'Policy',
    }),
    width: '20%',
    render: ({ policy_id: id }: Deleted) =>
      id === undefined ? (
        '–'
      ) : (
        <PageLink to={appPaths.policy(id)} className="eui-textBreakWord">
          {id}
        </PageLink>
      ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.causeColumn', {
      defaultMessage: 'Why',
    }),
    width: '30%',
    render: (deleted: Deleted) => causeText(deleted),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.timeColumn', {
      defaultMessage: 'About',
    }),
    width: '80px',
    render: ({ at }: Deleted) => moment.tz(at, zone).format('HH:mm'),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.freesColumn', {
      defaultMessage: 'Frees',
    }),
    width: '90px',
    render: ({ bytes }: Deleted) => formatBytes(bytes),
  },
];

/** What is deleted on one day, by which policy and why. */
export const DayIndices: React.FC<{ day: ForecastDay }> = ({ day: { at, deleted } }) => {
  const { zone } = useTime();
  return (
    <div style={{ width: '100%' }}>
      <PagedTable<Deleted>
        items={deleted}
        columns={columns(zone)}
        caption={i18n.translate('watchkeeper.lifecycle.clusterForecast.dayCaption', {
          defaultMessage: 'What is deleted on {day}',
          values: { day: moment.tz(at, zone).format('LL') },
        })}
        testSubj="dayIndices"
      />
    </div>
  );
};
