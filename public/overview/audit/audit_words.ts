import { i18n } from '@osd/i18n';
import type { AuditedAct } from '../../../common/audit/entry';

export const auditTitle = (): string =>
  i18n.translate('watchkeeper.audit.title', { defaultMessage: 'Audit' });

/** What somebody did, in words. */
export const actLabel = (what: AuditedAct): string => {
  switch (what) {
    case 'monitor.created':
      return i18n.translate('watchkeeper.audit.monitorCreatedLabel', {
        defaultMessage: 'Monitor created',
      });
    case 'monitor.updated':
      return i18n.translate('watchkeeper.audit.monitorUpdatedLabel', {
        defaultMessage: 'Monitor changed',
      });
    case 'monitor.enabled':
      return i18n.translate('watchkeeper.audit.monitorEnabledLabel', {
        defaultMessage: 'Monitor enabled',
      });
    case 'monitor.disabled':
      return i18n.translate('watchkeeper.audit.monitorDisabledLabel', {
        defaultMessage: 'Monitor disabled',
      });
    case 'monitor.restored':
      return i18n.translate('watchkeeper.audit.monitorRestoredLabel', {
        defaultMessage: 'Monitor restored',
      });
    case 'monitor.adopted':
      return i18n.translate('watchkeeper.audit.monitorAdoptedLabel', {
        defaultMessage: 'Monitor adopted',
      });
    case 'monitor.deleted':
      return i18n.translate('watchkeeper.audit.monitorDeletedLabel', {
        defaultMessage: 'Monitor deleted',
      });
    case 'monitor.token_made':
      return i18n.translate('watchkeeper.audit.tokenMadeLabel', {
        defaultMessage: 'Heartbeat URL made',
      });
    case 'destination.created':
      return i18n.translate('watchkeeper.audit.destinationCreatedLabel', {
        defaultMessage: 'Destination created',
      });
    case 'destination.updated':
      return i18n.translate('watchkeeper.audit.destinationUpdatedLabel', {
        defaultMessage: 'Destination changed',
      });
    case 'destination.deleted':
      return i18n.translate('watchkeeper.audit.destinationDeletedLabel', {
        defaultMessage: 'Destination deleted',
      });
    case 'destination.tested':
      return i18n.translate('watchkeeper.audit.destinationTestedLabel', {
        defaultMessage: 'Test message sent',
      });
    case 'alert.acknowledged':
      return i18n.translate('watchkeeper.audit.alertAcknowledgedLabel', {
        defaultMessage: 'Alert acknowledged',
      });
    case 'alert.unacknowledged':
      return i18n.translate('watchkeeper.audit.alertUnacknowledgedLabel', {
        defaultMessage: 'Acknowledgement taken back',
      });
    case 'alert.commented':
      return i18n.translate('watchkeeper.audit.alertCommentedLabel', {
        defaultMessage: 'Alert commented',
      });
    case 'delivery.paused':
      return i18n.translate('watchkeeper.audit.deliveryPausedLabel', {
        defaultMessage: 'Notifications paused',
      });
    case 'delivery.resumed':
      return i18n.translate('watchkeeper.audit.deliveryResumedLabel', {
        defaultMessage: 'Notifications resumed',
      });
    case 'delivery.resent':
      return i18n.translate('watchkeeper.audit.deliveryResentLabel', {
        defaultMessage: 'Messages sent again',
      });
    case 'template.created':
      return i18n.translate('watchkeeper.audit.templateCreatedLabel', {
        defaultMessage: 'Message template created',
      });
    case 'template.updated':
      return i18n.translate('watchkeeper.audit.templateUpdatedLabel', {
        defaultMessage: 'Message template changed',
      });
    case 'template.deleted':
      return i18n.translate('watchkeeper.audit.templateDeletedLabel', {
        defaultMessage: 'Message template deleted',
      });
    case 'index.created':
      return i18n.translate('watchkeeper.audit.indexCreatedLabel', {
        defaultMessage: 'Index created',
      });
    case 'index.opened':
      return i18n.translate('watchkeeper.audit.indexOpenedLabel', {
        defaultMessage: 'Index opened',
      });
    case 'index.closed':
      return i18n.translate('watchkeeper.audit.indexClosedLabel', {
        defaultMessage: 'Index closed',
      });
    case 'index.refreshed':
      return i18n.translate('watchkeeper.audit.indexRefreshedLabel', {
        defaultMessage: 'Index refreshed',
      });
    case 'index.flushed':
      return i18n.translate('watchkeeper.audit.indexFlushedLabel', {
        defaultMessage: 'Index flushed',
      });
    case 'index.cache_cleared':
      return i18n.translate('watchkeeper.audit.indexCacheClearedLabel', {
        defaultMessage: 'Caches of the index cleared',
      });
    case 'index.deleted':
      return i18n.translate('watchkeeper.audit.indexDeletedLabel', {
        defaultMessage: 'Index deleted',
      });
    case 'index.made_read_only':
      return i18n.translate('watchkeeper.audit.indexMadeReadOnlyLabel', {
        defaultMessage: 'Index made read-only',
      });
    case 'index.made_writable':
      return i18n.translate('watchkeeper.audit.indexMadeWritableLabel', {
        defaultMessage: 'Index made writable',
      });
    case 'index.force_merge_begun':
      return i18n.translate('watchkeeper.audit.indexForceMergeBegunLabel', {
        defaultMessage: 'Force merge begun',
      });
    case 'index.reindex_begun':
      return i18n.translate('watchkeeper.audit.indexReindexBegunLabel', {
        defaultMessage: 'Reindex begun',
      });
    case 'index.rollover_begun':
      return i18n.translate('watchkeeper.audit.indexRolloverBegunLabel', {
        defaultMessage: 'Rollover begun',
      });
    case 'index.clone_begun':
      return i18n.translate('watchkeeper.audit.indexCloneBegunLabel', {
        defaultMessage: 'Clone begun',
      });
    case 'index.shrink_begun':
      return i18n.translate('watchkeeper.audit.indexShrinkBegunLabel', {
        defaultMessage: 'Shrink begun',
      });
    case 'index.split_begun':
      return i18n.translate('watchkeeper.audit.indexSplitBegunLabel', {
        defaultMessage: 'Split begun',
      });
    case 'index.task_cancelled':
      return i18n.translate('watchkeeper.audit.indexTaskCancelledLabel', {
        defaultMessage: 'Task on indices cancelled',
      });
    case 'index.task_gone_on':
      return i18n.translate('watchkeeper.audit.indexTaskGoneOnLabel', {
        defaultMessage: 'Task on indices taken further',
      });
    case 'index.settings_changed':
      return i18n.translate('watchkeeper.audit.indexSettingsLabel', {
        defaultMessage: 'Settings of the index changed',
      });
    case 'index.mapping_changed':
      return i18n.translate('watchkeeper.audit.indexMappingLabel', {
        defaultMessage: 'Fields added to the index',
      });
    case 'index.aliases_changed':
      return i18n.translate('watchkeeper.audit.indexAliasesLabel', {
        defaultMessage: 'Aliases of the index changed',
      });
    case 'policy.created':
      return i18n.translate('watchkeeper.audit.policyCreatedLabel', {
        defaultMessage: 'Lifecycle policy created',
      });
    case 'policy.updated':
      return i18n.translate('watchkeeper.audit.policyUpdatedLabel', {
        defaultMessage: 'Lifecycle policy changed',
      });
    case 'policy.deleted':
      return i18n.translate('watchkeeper.audit.policyDeletedLabel', {
        defaultMessage: 'Lifecycle policy deleted',
      });
    case 'index.policy_applied':
      return i18n.translate('watchkeeper.audit.policyAppliedLabel', {
        defaultMessage: 'Lifecycle policy applied',
      });
    case 'index.policy_removed':
      return i18n.translate('watchkeeper.audit.policyRemovedLabel', {
        defaultMessage: 'Lifecycle policy taken off',
      });
    case 'index.policy_changed':
      return i18n.translate('watchkeeper.audit.policyOfIndexChangedLabel', {
        defaultMessage: 'Policy of an index changed',
      });
    case 'index.rollover_repaired':
      return i18n.translate('watchkeeper.audit.indexRolloverRepairedText', {
        defaultMessage: 'Index made ready for its rollover',
      });
    case 'index.policy_retried':
      return i18n.translate('watchkeeper.audit.policyRetriedLabel', {
        defaultMessage: 'Lifecycle step retried',
      });
    case 'index_template.created':
      return i18n.translate('watchkeeper.audit.indexTemplateCreatedLabel', {
        defaultMessage: 'Index template created',
      });
    case 'index_template.updated':
      return i18n.translate('watchkeeper.audit.indexTemplateUpdatedLabel', {
        defaultMessage: 'Index template changed',
      });
    case 'index_template.deleted':
      return i18n.translate('watchkeeper.audit.indexTemplateDeletedLabel', {
        defaultMessage: 'Index template deleted',
      });
    case 'component_template.created':
      return i18n.translate('watchkeeper.audit.componentTemplateCreatedLabel', {
        defaultMessage: 'Component template created',
      });
    case 'component_template.updated':
      return i18n.translate('watchkeeper.audit.componentTemplateUpdatedLabel', {
        defaultMessage: 'Component template changed',
      });
    case 'component_template.deleted':
      return i18n.translate('watchkeeper.audit.componentTemplateDeletedLabel', {
        defaultMessage: 'Component template deleted',
      });
    case 'alias.created':
      return i18n.translate('watchkeeper.audit.aliasCreatedLabel', {
        defaultMessage: 'Alias created',
      });
    case 'alias.updated':
      return i18n.translate('watchkeeper.audit.aliasUpdatedLabel', {
        defaultMessage: 'Alias changed',
      });
    case 'alias.deleted':
      return i18n.translate('watchkeeper.audit.aliasDeletedLabel', {
        defaultMessage: 'Alias deleted',
      });
    case 'data_stream.created':
      return i18n.translate('watchkeeper.audit.dataStreamCreatedLabel', {
        defaultMessage: 'Data stream created',
      });
    case 'data_stream.rolled_over':
      return i18n.translate('watchkeeper.audit.dataStreamRolledOverLabel', {
        defaultMessage: 'Data stream rolled over',
      });
    case 'data_stream.deleted':
      return i18n.translate('watchkeeper.audit.dataStreamDeletedLabel', {
        defaultMessage: 'Data stream deleted',
      });
    default:
      // Of a newer version.
      return what;
  }
};

export const unknownPerson = (): string =>
  i18n.translate('watchkeeper.audit.unknownPersonText', { defaultMessage: 'Somebody' });
