import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { Grower } from '../../../common/lifecycle/forecast/cluster_population';
import type { ForecastPart } from '../../../common/lifecycle/forecast/policy_parts';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { NOBODY } from './forecast_state';
import { PagedTable } from './paged_table';

/** Indices that no policy manages: how many, and where that leads. */
export const NobodyCallout: React.FC<{ part: ForecastPart; days: number }> = ({ part, days }) => (
  <>
    <EuiCallOut
      size="s"
      color="primary"
      iconType="iInCircle"
      title={i18n.translate('watchkeeper.lifecycle.clusterForecast.nobodyTitle', {
        defaultMessage:
          '{indices, plural, =0 {No index that is there} one {# index} other {# indices}}, {bytes}, {indices, plural, one {has} other {have}} no policy; at their growth {end} in {days} days{toCome, plural, =0 {} one {, with one that comes} other {, with # that come}}.',
        values: {
          ...{ indices: part.indices, toCome: part.to_come, days },
          ...{ bytes: formatBytes(part.bytes_now), end: formatBytes(part.bytes_end) },
        },
      })}
      data-test-subj="nobodyCallout"
    >
      <EuiFlexGroup gutterSize="m" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <PageLink
            color="text"
            to={appPaths.indicesWhere({ policy: NOBODY })}
            data-test-subj="showNobody"
          >
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.showNobodyLink', {
              defaultMessage: 'Show the indices without a policy',
            })}
          </PageLink>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <PageLink color="text" to={appPaths.applyPolicy({})}>
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.applyLink', {
              defaultMessage: 'Apply a policy',
            })}
          </PageLink>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);

const columns = (days: number) => [
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.familyColumn', {
      defaultMessage: 'Family, alias or data stream',
    }),
    render: ({ name }: Grower) => (
      <PageLink to={appPaths.indicesWhere({ text: name })} className="eui-textBreakWord">
        {name}
      </PageLink>
    ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.perDayColumn', {
      defaultMessage: 'Grows by a day',
    }),
    width: '150px',
    render: ({ bytes_per_day: perDay }: Grower) => formatBytes(perDay),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.inTheEndColumn', {
      defaultMessage: 'In {days} days',
      values: { days },
    }),
    width: '150px',
    render: ({ bytes_per_day: perDay }: Grower) => formatBytes(perDay * days),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.clusterForecast.nextColumn', {
      defaultMessage: 'Next index',
    }),
    width: '200px',
    render: ({ next_at: next }: Grower) => <Timestamp value={next} />,
  },
];

/** The families that grow and that no policy takes in. */
export const GrowersTable: React.FC<{ growers: readonly Grower[]; days: number }> = ({
  growers,
  days,
}) => {
  if (growers.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('watchkeeper.lifecycle.clusterForecast.growersTitle', {
            defaultMessage: 'What grows and nobody deletes',
          })}
        </h3>
      </EuiTitle>
      <PagedTable<Grower>
        items={growers}
        columns={columns(days)}
        caption={i18n.translate('watchkeeper.lifecycle.clusterForecast.growersCaption', {
          defaultMessage: 'Families that no policy takes in, the fastest first',
        })}
        testSubj="growersTable"
      />
    </>
  );
};
