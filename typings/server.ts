/**
 * The part of the OpenSearch Dashboards server contract that Watchkeeper uses, written by hand.
 *
 * Types only: import them with `import type` from `opensearch-dashboards/server`. The names are those
 * of Dashboards 2.19 and 3.x, so that the sources also compile inside a Dashboards tree.
 */
export type * from './server/initializer';
export type * from './server/core';
export type * from './server/http';
export type * from './server/opensearch';
export type * from './server/saved_objects_client';
export type * from './server/saved_objects_service';
export type * from './server/status';
