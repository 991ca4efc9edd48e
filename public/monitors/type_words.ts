import { i18n } from '@osd/i18n';
import type { MonitorType } from '../../common/monitors/monitor';

/** What a type of monitor is called. */
export const typeLabel = (type: MonitorType): string => {
  switch (type) {
    case 'query_level_monitor':
      return i18n.translate('watchkeeper.monitorType.queryLabel', {
        defaultMessage: 'Query-level',
      });
    case 'bucket_level_monitor':
      return i18n.translate('watchkeeper.monitorType.bucketLabel', {
        defaultMessage: 'Bucket-level',
      });
    case 'doc_level_monitor':
      return i18n.translate('watchkeeper.monitorType.documentLabel', {
        defaultMessage: 'Document-level',
      });
    case 'cluster_metrics_monitor':
      return i18n.translate('watchkeeper.monitorType.clusterLabel', {
        defaultMessage: 'Cluster metrics',
      });
    case 'composite_monitor':
      return i18n.translate('watchkeeper.monitorType.compositeLabel', {
        defaultMessage: 'Composite',
      });
    case 'ppl_monitor':
      return i18n.translate('watchkeeper.monitorType.pplLabel', { defaultMessage: 'PPL' });
    case 'heartbeat_monitor':
      return i18n.translate('watchkeeper.monitorType.heartbeatLabel', {
        defaultMessage: 'Heartbeat',
      });
  }
};

/** What it is for, in a sentence. */
export const typeSentence = (type: MonitorType): string => {
  switch (type) {
    case 'query_level_monitor':
      return i18n.translate('watchkeeper.monitorType.querySentence', {
        defaultMessage: 'Judges the answer to a search as a whole: one alert a trigger.',
      });
    case 'bucket_level_monitor':
      return i18n.translate('watchkeeper.monitorType.bucketSentence', {
        defaultMessage:
          'Judges each bucket of an aggregation: one alert a service, a host, a user.',
      });
    case 'doc_level_monitor':
      return i18n.translate('watchkeeper.monitorType.documentSentence', {
        defaultMessage: 'Judges each new document by queries: one alert a document that matches.',
      });
    case 'cluster_metrics_monitor':
      return i18n.translate('watchkeeper.monitorType.clusterSentence', {
        defaultMessage: 'Asks the cluster how it is: health, nodes, shards, snapshots, tasks.',
      });
    case 'composite_monitor':
      return i18n.translate('watchkeeper.monitorType.compositeSentence', {
        defaultMessage: 'Combines the alerts of other monitors by and, or and not.',
      });
    case 'ppl_monitor':
      return i18n.translate('watchkeeper.monitorType.pplSentence', {
        defaultMessage: 'Judges the rows of a query in PPL, where the cluster answers PPL.',
      });
    case 'heartbeat_monitor':
      return i18n.translate('watchkeeper.monitorType.heartbeatSentence', {
        defaultMessage:
          'Waits for pings of a job, a host or a Prometheus: an alert when they stop.',
      });
  }
};
