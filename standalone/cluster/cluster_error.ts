/** Why no embedded cluster came up, and what its user can do about it. */
export class ClusterError extends Error {
  constructor(
    readonly problem: string,
    readonly remedy: string
  ) {
    super(`${problem}\n${remedy}`);
    this.name = 'ClusterError';
  }
}

export const USE_YOUR_OWN = 'Or set OPENSEARCH_URL to use a cluster of your own.';
