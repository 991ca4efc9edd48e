import type { FieldProblem } from '../../errors';
import type { ClusterMetricsMonitor } from '../monitor';
import { readUri } from './uri';

const FIELD = 'inputs.0.uri';

/** What can never run about what a monitor of the cluster asks, each at its field. */
export const clusterMetricsProblems = ({
  inputs: [{ uri }],
}: ClusterMetricsMonitor): FieldProblem[] => {
  const read = readUri(uri);
  return read.kind === 'call'
    ? []
    : read.problems.map(({ field, ...problem }) => ({ field: `${FIELD}.${field}`, ...problem }));
};
