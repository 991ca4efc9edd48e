import { i18n } from '@osd/i18n';
import { DEFAULT_HEARTBEAT_CONDITION } from '../../../common/monitors/heartbeat/result';
import { DEFAULT_CONDITION, triggersOf } from '../../../common/monitors/monitor';
import type { Action, Monitor, QueryLevelTrigger, Trigger } from '../../../common/monitors/monitor';
import type {
  BucketLevelTrigger,
  ChainedAlertTrigger,
  DocumentLevelTrigger,
  PplTrigger,
  TriggerKind,
} from '../../../common/monitors/trigger';
import type { Change } from './changes';
import { newId, numbered } from './new_ids';
import {
  DEFAULT_SUBJECT,
  HEARTBEAT_MESSAGE,
  HEARTBEAT_RECOVERY,
  defaultMessage,
} from './new_texts';

export const newAction = (
  siblings: readonly Action[],
  destinationId: string,
  message = defaultMessage('query_level_trigger')
): Action => ({
  id: newId(),
  name: numbered(
    i18n.translate('watchkeeper.editor.newActionName', { defaultMessage: 'Notify' }),
    siblings.map(({ name }) => name)
  ),
  destination_id: destinationId,
  subject_template: { source: DEFAULT_SUBJECT, lang: 'mustache' },
  throttle_enabled: false,
  message_template: { source: message, lang: 'mustache' },
});

type Named = ReadonlyArray<Pick<Trigger, 'name'>>;

const script = (source: string) => ({ script: { source, lang: 'painless' as const } });

const begun = (name: string, siblings: Named) => ({
  id: newId(),
  name: numbered(
    name,
    siblings.map((sibling) => sibling.name)
  ),
  severity: '1' as const,
  actions: [],
});

export const newTrigger = (siblings: Named): QueryLevelTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newTriggerName', { defaultMessage: 'Documents found' }),
    siblings
  ),
  condition: script(DEFAULT_CONDITION),
});

export const newClusterTrigger = (siblings: Named): QueryLevelTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newClusterTriggerName', {
      defaultMessage: 'Cluster not green',
    }),
    siblings
  ),
  condition: script('ctx.results[0].status != "green"'),
});

export const newHeartbeatTrigger = (siblings: Named): QueryLevelTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newHeartbeatTriggerName', { defaultMessage: 'Is silent' }),
    siblings
  ),
  condition: script(DEFAULT_HEARTBEAT_CONDITION),
});

export const newBucketTrigger = (siblings: Named): BucketLevelTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newBucketTriggerName', { defaultMessage: 'Many documents' }),
    siblings
  ),
  condition: {
    parent_bucket_path: 'groups',
    buckets_path: { count: '_count' },
    ...script('params.count > 0'),
    gap_policy: 'skip',
  },
});

export const newDocumentTrigger = (siblings: Named): DocumentLevelTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newDocumentTriggerName', {
      defaultMessage: 'Document matched',
    }),
    siblings
  ),
  condition: script('query[name=errors]'),
});

export const newChainedTrigger = (siblings: Named): ChainedAlertTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newChainedTriggerName', {
      defaultMessage: 'Monitors have alerts',
    }),
    siblings
  ),
  condition: script(''),
});

export const newPplTrigger = (siblings: Named): PplTrigger => ({
  ...begun(
    i18n.translate('watchkeeper.editor.newPplTriggerName', { defaultMessage: 'Rows found' }),
    siblings
  ),
  type: 'number_of_results',
  num_results_condition: '>',
  num_results_value: 0,
});

/** One more trigger, of the kind that the type has. */
export const addTrigger: Change = (draft) => {
  const before = triggersOf(draft);
  switch (draft.monitor_type) {
    case 'query_level_monitor': {
      const added = { query_level_trigger: newTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'cluster_metrics_monitor': {
      const added = { query_level_trigger: newClusterTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'heartbeat_monitor': {
      const added = { query_level_trigger: newHeartbeatTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'bucket_level_monitor': {
      const added = { bucket_level_trigger: newBucketTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'doc_level_monitor': {
      const added = { document_level_trigger: newDocumentTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'composite_monitor': {
      const added = { chained_alert_trigger: newChainedTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
    case 'ppl_monitor': {
      const added = { ppl_trigger: newPplTrigger(before) };
      return { ...draft, triggers: [...draft.triggers, added] };
    }
  }
};

/** What an action of this monitor says at first. */
export const messageFor = (draft: Monitor, kind: TriggerKind): string =>
  draft.monitor_type === 'heartbeat_monitor'
    ? HEARTBEAT_MESSAGE
    : defaultMessage(kind, draft.monitor_type === 'cluster_metrics_monitor');

/** A new action of a monitor. */
export const newActionOf = (
  draft: Monitor,
  kind: TriggerKind,
  siblings: readonly Action[],
  destinationId: string
): Action => ({
  ...newAction(siblings, destinationId, messageFor(draft, kind)),
  ...(draft.monitor_type === 'heartbeat_monitor'
    ? { recovery_message_template: { source: HEARTBEAT_RECOVERY, lang: 'mustache' } }
    : {}),
});
