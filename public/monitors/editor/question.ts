import type { Monitor, SearchInput } from '../../../common/monitors/monitor';
import { isSearchMonitor } from '../../../common/monitors/monitor';

const NO_SEARCH: SearchInput['search'] = { indices: [], query: '' };

/** The search of a draft; an empty one where its type has none. */
export const searchOf = (draft: Monitor): SearchInput['search'] =>
  isSearchMonitor(draft) ? draft.inputs[0].search : NO_SEARCH;

/** Whether its triggers judge an answer as a whole, by scripts that this page can work out. */
export const isScripted = ({ monitor_type: type }: Monitor): boolean =>
  type === 'query_level_monitor' ||
  type === 'cluster_metrics_monitor' ||
  type === 'heartbeat_monitor';
