import React from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import type { AppPath } from './app_paths';
import { useLinkTo } from './links';

/** One of the pages that stand side by side in an app. */
export interface RoomTab<Id extends string> {
  id: Id;
  label: string;
  to: AppPath;
}

/** The ways between the pages of an app that stand side by side; each tab is a link. */
export const RoomTabs = <Id extends string>({
  tabs,
  current,
  testSubj,
}: {
  tabs: ReadonlyArray<RoomTab<Id>>;
  current: Id;
  /** Each tab is marked with it and its id. */
  testSubj: string;
}): React.ReactElement => {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiTabs size="s">
        {tabs.map(({ id, label, to }) => (
          <EuiTab
            key={id}
            isSelected={id === current}
            {...linkTo(to)}
            data-test-subj={`${testSubj}-${id}`}
          >
            {label}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="m" />
    </>
  );
};
