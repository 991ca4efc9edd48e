import React from 'react';
import { i18n } from '@osd/i18n';
import { useQuery } from '@tanstack/react-query';
import { appPaths } from '../../shared/app_paths';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { monitorsCrumb } from '../crumbs';
import { useMonitorsApi } from '../monitors_api';
import { MonitorEditor } from './monitor_editor';

export const EditMonitorPage: React.FC<{ id: string }> = ({ id }) => {
  const api = useMonitorsApi();
  // Fetched once: what is being edited must not change under the editor's hands.
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['monitors', 'edit', id],
    queryFn: ({ signal }) => api.get(id, signal),
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const title = i18n.translate('watchkeeper.editor.editTitle', { defaultMessage: 'Edit monitor' });
  const name = data?.monitor.name ?? id;
  return (
    <PageFrame
      title={title}
      crumbs={[monitorsCrumb(), { text: name, to: appPaths.monitor(id) }, { text: title }]}
    >
      {isLoading && <LoadingState />}
      {!isLoading && !data && (
        <ErrorState
          title={i18n.translate('watchkeeper.editor.loadErrorTitle', {
            defaultMessage: 'The monitor could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <MonitorEditor key={data.id} initial={data.monitor} record={data} />}
    </PageFrame>
  );
};
