import type { Observable } from 'rxjs';
import type { OpenSearchDashboardsRequest } from './http';

/** Compared by identity: hand on one that came from the host, never make one. */
export interface ServiceStatusLevel {
  toString(): string;
  valueOf(): number;
}

export interface ServiceStatus {
  level: ServiceStatusLevel;
  summary: string;
  detail?: string;
}

export interface StatusServiceSetup {
  core$: Observable<{ opensearch: ServiceStatus; savedObjects: ServiceStatus }>;
  overall$: Observable<ServiceStatus>;
  set(status$: Observable<ServiceStatus>): void;
}

/** By feature: which of its actions are allowed. */
export type Capabilities = Record<
  string,
  Record<string, boolean | Record<string, boolean>> | undefined
>;

export interface CapabilitiesSetup {
  registerProvider(provider: () => Partial<Capabilities>): void;
  /** Can only flip what a provider declared. */
  registerSwitcher(
    switcher: (
      request: OpenSearchDashboardsRequest,
      uiCapabilities: Capabilities
    ) => Partial<Capabilities> | Promise<Partial<Capabilities>>
  ): void;
}

export interface CapabilitiesStart {
  resolveCapabilities(request: OpenSearchDashboardsRequest): Promise<Capabilities>;
}
