import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { useLinkTo } from '../shared/links';

export type OverviewTab = 'overview' | 'scheduler' | 'audit';

/** From one page of the room to the other. */
export const OverviewTabs: React.FC<{ current: OverviewTab }> = ({ current }) => {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiTabs size="s">
        <EuiTab
          isSelected={current === 'overview'}
          {...linkTo(appPaths.overview())}
          data-test-subj="overviewTab-overview"
        >
          {i18n.translate('watchkeeper.overview.title', { defaultMessage: 'Overview' })}
        </EuiTab>
        <EuiTab
          isSelected={current === 'scheduler'}
          {...linkTo(appPaths.scheduler())}
          data-test-subj="overviewTab-scheduler"
        >
          {i18n.translate('watchkeeper.scheduler.title', { defaultMessage: 'Scheduler' })}
        </EuiTab>
        <EuiTab
          isSelected={current === 'audit'}
          {...linkTo(appPaths.audit())}
          data-test-subj="overviewTab-audit"
        >
          {i18n.translate('watchkeeper.audit.title', { defaultMessage: 'Audit' })}
        </EuiTab>
      </EuiTabs>
      <EuiSpacer size="m" />
    </>
  );
};
