import { isSearchMonitor, keepTriggers, mapTriggers } from '../../../common/monitors/monitor';
import type {
  Action,
  Monitor,
  QueryLevelTrigger,
  Schedule,
  SearchInput,
} from '../../../common/monitors/monitor';

/** A step from one draft to the next. The draft is the monitor itself, whose values may not be right yet. */
export type Change = (draft: Monitor) => Monitor;

export const setName =
  (name: string): Change =>
  (draft) => ({ ...draft, name });

export const setEnabled =
  (enabled: boolean): Change =>
  (draft) => ({ ...draft, enabled });

export const setSchedule =
  (schedule: Schedule): Change =>
  (draft) => ({ ...draft, schedule });

export const setSearch =
  (search: Partial<SearchInput['search']>): Change =>
  (draft) =>
    isSearchMonitor(draft)
      ? { ...draft, inputs: [{ search: { ...draft.inputs[0].search, ...search } }] }
      : draft;

export const addTrigger =
  (trigger: QueryLevelTrigger): Change =>
  (draft) => {
    const added = { query_level_trigger: trigger };
    if (draft.monitor_type === 'query_level_monitor') {
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    return draft.monitor_type === 'cluster_metrics_monitor'
      ? { ...draft, triggers: [...draft.triggers, added] }
      : draft;
  };

export const removeTrigger =
  (id: string): Change =>
  (draft) =>
    keepTriggers(draft, (trigger) => trigger.id !== id);

export const changeTrigger =
  (id: string, changes: Partial<QueryLevelTrigger>): Change =>
  (draft) =>
    mapTriggers(draft, (trigger) => (trigger.id === id ? { ...trigger, ...changes } : trigger));

export const changeAction = (
  trigger: QueryLevelTrigger,
  actionId: string,
  changes: Partial<Action>
): Change =>
  changeTrigger(trigger.id, {
    actions: trigger.actions.map((action) =>
      action.id === actionId ? { ...action, ...changes } : action
    ),
  });
