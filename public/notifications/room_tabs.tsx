import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { useLinkTo } from '../shared/links';
import { destinationsTitle } from './crumbs';
import { deliveriesTitle } from './deliveries/words';
import { PauseButton } from './pause/pause_button';
import { templatesTitle } from './templates/words';

/** From where messages go to what became of them; and, on all pages, the way to hold all of them back. */
export const RoomTabs: React.FC<{ current: 'destinations' | 'deliveries' | 'templates' }> = ({
  current,
}) => {
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
            <EuiTab
              isSelected={current === 'templates'}
              {...linkTo(appPaths.templates())}
              data-test-subj="roomTab-templates"
            >
              {templatesTitle()}
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
