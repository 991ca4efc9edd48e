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
  (draft) => ({ ...draft, inputs: [{ search: { ...draft.inputs[0].search, ...search } }] });

export const addTrigger =
  (trigger: QueryLevelTrigger): Change =>
  (draft) => ({ ...draft, triggers: [...draft.triggers, { query_level_trigger: trigger }] });

export const removeTrigger =
  (id: string): Change =>
  (draft) => ({
    ...draft,
    triggers: draft.triggers.filter(({ query_level_trigger: trigger }) => trigger.id !== id),
  });

export const changeTrigger =
  (id: string, changes: Partial<QueryLevelTrigger>): Change =>
  (draft) => ({
    ...draft,
    triggers: draft.triggers.map(({ query_level_trigger: trigger }) => ({
      query_level_trigger: trigger.id === id ? { ...trigger, ...changes } : trigger,
    })),
  });

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
