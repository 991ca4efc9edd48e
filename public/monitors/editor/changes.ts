import { isSearchMonitor, keepTriggers, mapTriggers } from '../../../common/monitors/monitor';
import type {
  Action,
  Monitor,
  QueryLevelTrigger,
  Schedule,
  SearchInput,
  Trigger,
} from '../../../common/monitors/monitor';
import type {
  CompositeInput,
  DocLevelInput,
  HeartbeatInput,
  PplInput,
  UriInput,
} from '../../../common/monitors/input';
import type {
  BucketLevelTrigger,
  ChainedAlertTrigger,
  DocumentLevelTrigger,
  PplTrigger,
} from '../../../common/monitors/trigger';

/** A step from one draft to the next. The draft is the monitor itself, whose values may not be right yet. */
export type Change = (draft: Monitor) => Monitor;

/** The fields that monitors of every type have, but for inputs and triggers. */
export type CommonFields = Omit<Monitor, 'monitor_type' | 'inputs' | 'triggers'>;

export const setFields =
  (fields: Partial<CommonFields>): Change =>
  (draft) => ({ ...draft, ...fields });

export const setName = (name: string): Change => setFields({ name });

export const setEnabled = (enabled: boolean): Change => setFields({ enabled });

export const setSchedule = (schedule: Schedule): Change => setFields({ schedule });

export const setSearch =
  (search: Partial<SearchInput['search']>): Change =>
  (draft) =>
    isSearchMonitor(draft)
      ? { ...draft, inputs: [{ search: { ...draft.inputs[0].search, ...search } }] }
      : draft;

export const setDocLevelInput =
  (changes: Partial<DocLevelInput['doc_level_input']>): Change =>
  (draft) => {
    if (draft.monitor_type !== 'doc_level_monitor') return draft;
    const [{ doc_level_input: input }] = draft.inputs;
    return { ...draft, inputs: [{ doc_level_input: { ...input, ...changes } }] };
  };

export const setUri =
  (changes: Partial<UriInput['uri']>): Change =>
  (draft) => {
    if (draft.monitor_type !== 'cluster_metrics_monitor') return draft;
    const [{ uri }] = draft.inputs;
    return { ...draft, inputs: [{ uri: { ...uri, ...changes } }] };
  };

export type Delegate = CompositeInput['composite_input']['sequence']['delegates'][number];

export const setDelegates =
  (delegates: Delegate[]): Change =>
  (draft) => {
    if (draft.monitor_type !== 'composite_monitor') return draft;
    return { ...draft, inputs: [{ composite_input: { sequence: { delegates } } }] };
  };

export const setPpl =
  (changes: Partial<PplInput['ppl_input']>): Change =>
  (draft) => {
    if (draft.monitor_type !== 'ppl_monitor') return draft;
    const [{ ppl_input: input }] = draft.inputs;
    return { ...draft, inputs: [{ ppl_input: { ...input, ...changes } }] };
  };

export const setHeartbeat =
  (changes: Partial<HeartbeatInput['heartbeat']>): Change =>
  (draft) => {
    if (draft.monitor_type !== 'heartbeat_monitor') return draft;
    const [{ heartbeat }] = draft.inputs;
    return { ...draft, inputs: [{ heartbeat: { ...heartbeat, ...changes } }] };
  };

export const removeTrigger =
  (id: string): Change =>
  (draft) =>
    keepTriggers(draft, (trigger) => trigger.id !== id);

/** Fields of the trigger with the id, which is of that kind. */
export type TriggerFields =
  | Partial<QueryLevelTrigger>
  | Partial<BucketLevelTrigger>
  | Partial<DocumentLevelTrigger>
  | Partial<ChainedAlertTrigger>
  | Partial<PplTrigger>;

export const changeTrigger =
  (id: string, changes: TriggerFields): Change =>
  (draft) =>
    mapTriggers(draft, (trigger) => (trigger.id === id ? { ...trigger, ...changes } : trigger));

export const changeAction = (
  trigger: Pick<Trigger, 'id' | 'actions'>,
  actionId: string,
  changes: Partial<Action>
): Change =>
  changeTrigger(trigger.id, {
    actions: trigger.actions.map((action) =>
      action.id === actionId ? { ...action, ...changes } : action
    ),
  });
