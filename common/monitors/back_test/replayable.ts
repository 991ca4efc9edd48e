import type { Monitor } from '../monitor';
import { longestLookBack } from '../query';

/** Why a monitor cannot be tested against the past, and what can be done; undefined where it can be. */
export const whyNoBackTest = ({ monitor_type: type }: Pick<Monitor, 'monitor_type'>) => {
  switch (type) {
    case 'cluster_metrics_monitor':
      return 'The cluster tells its metrics as they are now and keeps no past of them, so there is nothing to test against. If they are collected into an index, a query-level monitor over that index can be back-tested.';
    case 'composite_monitor':
      return 'A composite monitor looks at the alerts of other monitors as they are now. Back-test those monitors one by one.';
    case 'doc_level_monitor':
      return 'A document-level monitor reads documents in the order in which they were written, which is not kept with its time. A query-level monitor with the same query over a period can be back-tested.';
    case 'heartbeat_monitor':
      return 'Of a heartbeat only the newest pings are kept, so there is no past to test against. Its page shows them.';
    default:
      return undefined;
  }
};

const sourceOf = (monitor: Monitor): string => {
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
    case 'bucket_level_monitor':
      return monitor.inputs[0].search.query;
    case 'ppl_monitor':
      return monitor.inputs[0].ppl_input.query;
    default:
      return '';
  }
};

const RELATIVE_TO_NOW = /"now(\s*[-+|/"])/;

/** What a reader must know before believing a result: parts of a query that mean another thing today than then. */
export const caveatsOf = (monitor: Monitor): string[] => {
  const source = sourceOf(monitor);
  const namesEnd = /\{\{\s*period_end/.test(source);
  const namesStart = /\{\{\s*period_start/.test(source);
  const isPpl = monitor.monitor_type === 'ppl_monitor';
  if (!namesEnd && !namesStart) {
    return ['The query names no period: every window counts everything that is there today.'];
  }
  if (!namesEnd) {
    return ['The query has no upper end: a window also counts what came after it.'];
  }
  if (!isPpl && RELATIVE_TO_NOW.test(source)) {
    return ['The query names "now", which is today for every window.'];
  }
  return !namesStart && !isPpl && longestLookBack(source) === undefined
    ? ['The query has no lower end: a window counts everything before it.']
    : [];
};
