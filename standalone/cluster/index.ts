export { ClusterError } from './cluster_error';
export { startCluster } from './cluster';
export type { ClusterOptions, EmbeddedCluster } from './cluster';
export type { EditionName } from './edition';
export { isPortFree } from './free_port';
