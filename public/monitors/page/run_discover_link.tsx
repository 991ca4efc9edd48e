import React from 'react';
import { useQuery } from '@tanstack/react-query';
import { discoverView } from '../../../common/links/discover';
import type { RunRow } from '../../../common/monitors/run';
import { DiscoverLink } from '../../shared/discover_link';
import { monitorKeys, useMonitorsApi } from '../monitors_api';

/** Leads to what the run looked at, by the question that the monitor has now. */
export const RunDiscoverLink: React.FC<{ run: RunRow }> = ({ run: { monitor_id: id, window } }) => {
  const api = useMonitorsApi();
  // The page has read it already.
  const { data } = useQuery({
    queryKey: monitorKeys.one(id),
    queryFn: ({ signal }) => api.get(id, signal),
    staleTime: Infinity,
  });
  return <DiscoverLink view={data && discoverView(data.monitor, window)} />;
};
