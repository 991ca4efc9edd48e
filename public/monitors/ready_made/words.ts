import { i18n } from '@osd/i18n';
import type { ReadyMade } from '../../../common/monitors/ready_made/answers';

interface Words {
  title: string;
  /** What it tells of, in a sentence. */
  text: string;
  triggerName: string;
  icon: string;
}

/** What a ready-made monitor is called, and what it is for. */
export const readyMadeWords = (which: ReadyMade): Words => {
  switch (which) {
    case 'error_logs':
      return {
        title: i18n.translate('watchkeeper.readyMade.errorLogsTitle', {
          defaultMessage: 'Errors in logs',
        }),
        text: i18n.translate('watchkeeper.readyMade.errorLinesText', {
          defaultMessage:
            'Tells when there are more lines with the level error or fatal than a threshold.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.errorLogsTrigger', {
          defaultMessage: 'Errors found',
        }),
        icon: 'documents',
      };
    case 'no_logs':
      return {
        title: i18n.translate('watchkeeper.readyMade.noLogsTitle', {
          defaultMessage: 'No logs any more',
        }),
        text: i18n.translate('watchkeeper.readyMade.noLinesText', {
          defaultMessage: 'Tells when no, or too few, documents come.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.noLogsTrigger', {
          defaultMessage: 'Nothing has come',
        }),
        icon: 'offline',
      };
    case 'error_rate':
      return {
        title: i18n.translate('watchkeeper.readyMade.errorRateTitle', {
          defaultMessage: 'Error rate by service',
        }),
        text: i18n.translate('watchkeeper.readyMade.rateText', {
          defaultMessage: 'Tells of each service of whose lines too many are errors.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.errorRateTrigger', {
          defaultMessage: 'Many errors',
        }),
        icon: 'visBarVertical',
      };
    case 'slow_service':
      return {
        title: i18n.translate('watchkeeper.readyMade.slowTitle', {
          defaultMessage: 'Slow service',
        }),
        text: i18n.translate('watchkeeper.readyMade.slowText', {
          defaultMessage: 'Tells of each service whose slowest requests take too long.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.slowTrigger', {
          defaultMessage: 'Slow',
        }),
        icon: 'clock',
      };
    case 'disk_watermark':
      return {
        title: i18n.translate('watchkeeper.readyMade.diskTitle', {
          defaultMessage: 'Disk nearly full',
        }),
        text: i18n.translate('watchkeeper.readyMade.diskText', {
          defaultMessage: 'Tells when a node of the cluster has less than 15 % of its disk free.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.diskTrigger', {
          defaultMessage: 'Low on disk',
        }),
        icon: 'storage',
      };
    case 'red_cluster':
      return {
        title: i18n.translate('watchkeeper.readyMade.redTitle', {
          defaultMessage: 'Cluster is red',
        }),
        text: i18n.translate('watchkeeper.readyMade.redText', {
          defaultMessage: 'Tells when data of the cluster cannot be reached.',
        }),
        triggerName: i18n.translate('watchkeeper.readyMade.redTrigger', {
          defaultMessage: 'Cluster is red',
        }),
        icon: 'alert',
      };
  }
};
