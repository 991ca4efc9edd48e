import { i18n } from '@osd/i18n';

/** What a usual setting is called. */
export const settingLabel = (name: string): string => {
  switch (name) {
    case 'index.number_of_replicas':
      return i18n.translate('watchkeeper.indices.replicasSetting', { defaultMessage: 'Replicas' });
    case 'index.auto_expand_replicas':
      return i18n.translate('watchkeeper.indices.autoExpandSetting', {
        defaultMessage: 'Replicas by the number of nodes',
      });
    case 'index.refresh_interval':
      return i18n.translate('watchkeeper.indices.refreshSetting', {
        defaultMessage: 'Refresh interval',
      });
    case 'index.blocks.write':
      return i18n.translate('watchkeeper.indices.writeBlockSetting', {
        defaultMessage: 'Refuse writes',
      });
    case 'index.blocks.read_only_allow_delete':
      return i18n.translate('watchkeeper.indices.floodBlockSetting', {
        defaultMessage: 'Refuse writes, the disk is full',
      });
    case 'index.hidden':
      return i18n.translate('watchkeeper.indices.hiddenSetting', {
        defaultMessage: 'Hidden from patterns',
      });
    case 'index.priority':
      return i18n.translate('watchkeeper.indices.prioritySetting', {
        defaultMessage: 'Priority of recovery',
      });
    case 'index.max_result_window':
      return i18n.translate('watchkeeper.indices.resultWindowSetting', {
        defaultMessage: 'Most hits to page through',
      });
    case 'index.mapping.total_fields.limit':
      return i18n.translate('watchkeeper.indices.fieldLimitSetting', {
        defaultMessage: 'Most fields',
      });
    case 'index.translog.durability':
      return i18n.translate('watchkeeper.indices.durabilitySetting', {
        defaultMessage: 'Durability of writes',
      });
    case 'index.routing.allocation.total_shards_per_node':
      return i18n.translate('watchkeeper.indices.shardsPerNodeSetting', {
        defaultMessage: 'Most shards on one node',
      });
    case 'index.default_pipeline':
      return i18n.translate('watchkeeper.indices.defaultPipelineSetting', {
        defaultMessage: 'Default ingest pipeline',
      });
    case 'index.final_pipeline':
      return i18n.translate('watchkeeper.indices.finalPipelineSetting', {
        defaultMessage: 'Final ingest pipeline',
      });
    default:
      return name;
  }
};
