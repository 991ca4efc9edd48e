import { MAX_NAME_LENGTH } from '../../../common/monitors/monitor';
import type { QueryLevelMonitor } from '../../../common/monitors/monitor';
import type { ReadSearch } from '../../../common/import/saved_search';
import { newMonitor } from '../editor/new_monitor';

/** A new monitor that asks what a saved search asks, and alerts when anything is found. */
export const searchDraft = ({ name, indices, query }: ReadSearch): QueryLevelMonitor => ({
  ...newMonitor(),
  name: name.slice(0, MAX_NAME_LENGTH).trim(),
  inputs: [{ search: { indices, query } }],
});
