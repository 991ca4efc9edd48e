import type { HttpServiceSetup, HttpServiceStart } from './http';
import type { OpenSearchServiceStart } from './opensearch';
import type { StatusServiceSetup, CapabilitiesSetup, CapabilitiesStart } from './status';
import type { SavedObjectsServiceSetup, SavedObjectsServiceStart } from './saved_objects_service';

export interface CoreSetup<TPluginsStart extends object = object, TStart = unknown> {
  capabilities: CapabilitiesSetup;
  http: HttpServiceSetup;
  savedObjects: SavedObjectsServiceSetup;
  status: StatusServiceSetup;
  /** Resolves after this plugin's own `start`. */
  getStartServices(): Promise<[CoreStart, TPluginsStart, TStart]>;
}

export interface CoreStart {
  capabilities: CapabilitiesStart;
  http: HttpServiceStart;
  opensearch: OpenSearchServiceStart;
  savedObjects: SavedObjectsServiceStart;
}
