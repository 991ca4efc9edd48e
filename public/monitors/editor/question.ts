import type { Monitor, QueryLevelTrigger, SearchInput } from '../../../common/monitors/monitor';
import { isSearchMonitor } from '../../../common/monitors/monitor';

const NO_SEARCH: SearchInput['search'] = { indices: [], query: '' };

/** The search of a draft; an empty one where its type has none. */
export const searchOf = (draft: Monitor): SearchInput['search'] =>
  isSearchMonitor(draft) ? draft.inputs[0].search : NO_SEARCH;

/** The triggers that judge an answer as a whole. */
export const scriptedTriggersOf = (draft: Monitor): QueryLevelTrigger[] =>
  draft.monitor_type === 'query_level_monitor' || draft.monitor_type === 'cluster_metrics_monitor'
    ? draft.triggers.map(({ query_level_trigger: trigger }) => trigger)
    : [];
