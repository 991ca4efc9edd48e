import React from 'react';
import { i18n } from '@osd/i18n';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { StreamRow, StreamStatus } from '../../../common/indices/data_streams/api';
import { appPaths } from '../../shared/app_paths';
import { BesideLink } from '../../shared/beside_link';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { HealthBadge } from '../words';

/** The place of one beside the list. */
export const streamPath = (name: string): string => `/data_streams/${encodeURIComponent(name)}`;

export const streamLabel = (
  column:
    | 'status'
    | 'backing'
    | 'bytes'
    | 'generation'
    | 'template'
    | 'time_field'
    | 'newest_at'
    | 'policy'
): string => {
  switch (column) {
    case 'status':
      return i18n.translate('watchkeeper.streams.statusColumn', { defaultMessage: 'Health' });
    case 'backing':
      return i18n.translate('watchkeeper.streams.backingColumn', { defaultMessage: 'Indices' });
    case 'bytes':
      return i18n.translate('watchkeeper.streams.bytesColumn', { defaultMessage: 'Size' });
    case 'generation':
      return i18n.translate('watchkeeper.streams.generationColumn', {
        defaultMessage: 'Generation',
      });
    case 'template':
      return i18n.translate('watchkeeper.streams.templateColumn', {
        defaultMessage: 'Index template',
      });
    case 'time_field':
      return i18n.translate('watchkeeper.streams.timeFieldColumn', {
        defaultMessage: 'Time field',
      });
    case 'newest_at':
      return i18n.translate('watchkeeper.streams.newestColumn', {
        defaultMessage: 'Newest document',
      });
    case 'policy':
      return i18n.translate('watchkeeper.streams.policyColumn', { defaultMessage: 'Policy' });
  }
};

export const streamColumns = (
  /** Whether any has one. */
  withPolicy: boolean
): Array<EuiBasicTableColumn<StreamRow>> => [
  {
    field: 'name',
    name: i18n.translate('watchkeeper.streams.nameColumn', { defaultMessage: 'Data stream' }),
    sortable: true,
    render: (name: string) => (
      <span className="eui-textBreakWord">
        <BesideLink pathname={streamPath(name)} data-test-subj="streamLink">
          {name}
        </BesideLink>
      </span>
    ),
  },
  {
    field: 'status',
    name: streamLabel('status'),
    sortable: true,
    width: '110px',
    render: (status: StreamStatus) => <HealthBadge health={status} />,
  },
  {
    field: 'backing',
    name: streamLabel('backing'),
    sortable: true,
    align: 'right',
    width: '80px',
    render: (count: number) => formatCount(count),
  },
  {
    field: 'bytes',
    name: streamLabel('bytes'),
    sortable: true,
    align: 'right',
    width: '100px',
    render: (bytes: number | undefined) => (bytes === undefined ? '–' : formatBytes(bytes)),
  },
  {
    field: 'generation',
    name: streamLabel('generation'),
    sortable: true,
    align: 'right',
    width: '110px',
    render: (generation: number) => formatCount(generation),
  },
  {
    field: 'template',
    name: streamLabel('template'),
    sortable: true,
    render: (template: string | undefined) =>
      template === undefined ? (
        '–'
      ) : (
        <PageLink to={appPaths.indexTemplate(template)} className="eui-textBreakWord">
          {template}
        </PageLink>
      ),
  },
  { field: 'time_field', name: streamLabel('time_field'), sortable: true, width: '120px' },
  {
    field: 'newest_at',
    name: streamLabel('newest_at'),
    sortable: true,
    width: '150px',
    render: (at: number | undefined) => <Timestamp value={at} wrap />,
  },
  ...(withPolicy
    ? [
        {
          field: 'policy',
          name: streamLabel('policy'),
          sortable: true,
          render: (policy: string | undefined) =>
            policy === undefined ? (
              '–'
            ) : (
              <PageLink to={appPaths.policy(policy)} className="eui-textBreakWord">
                {policy}
              </PageLink>
            ),
        },
      ]
    : []),
];
