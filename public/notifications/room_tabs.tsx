import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { useLinkTo } from '../shared/links';
import { destinationsTitle } from './crumbs';
import { deliveriesTitle } from './deliveries/words';
import { PauseButton } from './pause/pause_button';

/** From where messages go to what became of them; and, on both pages, the way to hold all of them back. */
export const RoomTabs: React.FC<{ current: 'destinations' | 'deliveries' }> = ({ current }) => {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
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
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <PauseButton />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
};
