import React from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { useLinkTo } from '../shared/links';
import { destinationsTitle } from './crumbs';
import { deliveriesTitle } from './deliveries/words';

/** From where messages go to what became of them. */
export const RoomTabs: React.FC<{ current: 'destinations' | 'deliveries' }> = ({ current }) => {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiTabs size="s">
        <EuiTab
          isSelected={current === 'destinations'}
          {...linkTo(appPaths.destinations())}
          data-test-subj="roomTab-destinations"
        >
          {destinationsTitle()}
        </EuiTab>
        <EuiTab
          isSelected={current === 'deliveries'}
          {...linkTo(appPaths.deliveries())}
          data-test-subj="roomTab-deliveries"
        >
          {deliveriesTitle()}
        </EuiTab>
      </EuiTabs>
      <EuiSpacer size="m" />
    </>
  );
};
