import React, { createContext, useContext } from 'react';
import type { AppMountParameters, CoreStart } from 'opensearch-dashboards/public';
import type { AppId } from '../../common/plugin';
import type { ApiClient } from './api_client';
import type { GuardedHistory } from './guarded_history';

/** What every page may use. */
export interface Services {
  core: CoreStart;
  api: ApiClient;
  appId: AppId;
  history: GuardedHistory;
  params: AppMountParameters;
}

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider: React.FC<{ value: Services }> = ({ value, children }) => (
  <ServicesContext.Provider value={value}>{children}</ServicesContext.Provider>
);

export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices was called outside of a ServicesProvider.');
  return services;
};
