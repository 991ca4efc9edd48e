import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { appPaths } from '../shared/app_paths';
import { PageFrame } from '../shared/page_frame';
import { RoomTabs } from '../shared/room_tabs';
import type { RoomTab } from '../shared/room_tabs';
import { policiesTitle } from './crumbs';

export type LifecyclePage = 'policies' | 'managed' | 'forecast' | 'names';

const tabs = (): ReadonlyArray<RoomTab<LifecyclePage>> => [
  {
    id: 'policies',
    label: i18n.translate('watchkeeper.lifecycle.policiesTab', { defaultMessage: 'Policies' }),
    to: appPaths.policies(),
  },
  {
    id: 'managed',
    label: i18n.translate('watchkeeper.lifecycle.managedTab', {
      defaultMessage: 'Managed indices',
    }),
    to: appPaths.managedIndices(),
  },
  {
    id: 'forecast',
    label: i18n.translate('watchkeeper.lifecycle.forecastTab', { defaultMessage: 'Forecast' }),
    to: appPaths.lifecycleForecast(),
  },
  {
    id: 'names',
    label: i18n.translate('watchkeeper.lifecycle.namesTab', {
      defaultMessage: 'Which policy wins',
    }),
    to: appPaths.policyNames(),
  },
];

/** The frame of the pages of the app that stand side by side, with the ways between them. */
export const LifecycleFrame: React.FC<{ current: LifecyclePage; actions?: ReactNode[] }> = ({
  current,
  actions,
  children,
}) => {
  const label = tabs().find(({ id }) => id === current)?.label ?? '';
  const isFirst = current === 'policies';
  return (
    <PageFrame
      title={isFirst ? policiesTitle() : label}
      crumbs={
        isFirst
          ? [{ text: policiesTitle() }]
          : [{ text: policiesTitle(), to: appPaths.policies() }, { text: label }]
      }
      actions={actions}
    >
      <RoomTabs tabs={tabs()} current={current} testSubj="lifecycleTab" />
      {children}
    </PageFrame>
  );
};
