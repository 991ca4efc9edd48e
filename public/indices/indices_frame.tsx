import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { PageFrame } from '../shared/page_frame';
import { RoomTabs } from '../shared/room_tabs';
import type { RoomTab } from '../shared/room_tabs';

export const indicesTitle = (): string =>
  i18n.translate('watchkeeper.indices.title', { defaultMessage: 'Indices' });

export const familiesTitle = (): string =>
  i18n.translate('watchkeeper.indices.familiesTitle', { defaultMessage: 'Families' });

export const dataStreamsTitle = (): string =>
  i18n.translate('watchkeeper.indices.dataStreamsTitle', { defaultMessage: 'Data streams' });

export const aliasesTitle = (): string =>
  i18n.translate('watchkeeper.indices.aliasesTab', { defaultMessage: 'Aliases' });

export const indexTemplatesTitle = (): string =>
  i18n.translate('watchkeeper.indices.indexTemplatesTitle', { defaultMessage: 'Index templates' });

export const componentTemplatesTitle = (): string =>
  i18n.translate('watchkeeper.indices.componentTemplatesTitle', {
    defaultMessage: 'Component templates',
  });

export const tasksTitle = (): string =>
  i18n.translate('watchkeeper.indexTasks.title', { defaultMessage: 'Tasks' });

export type IndicesPage =
  | 'table'
  | 'families'
  | 'data_streams'
  | 'aliases'
  | 'index_templates'
  | 'component_templates'
  | 'tasks';

const tabs = (): ReadonlyArray<RoomTab<IndicesPage>> => [
  {
    id: 'table',
    label: i18n.translate('watchkeeper.indices.allTab', { defaultMessage: 'All indices' }),
    to: appPaths.indices(),
  },
  { id: 'families', label: familiesTitle(), to: appPaths.indexFamilies() },
  { id: 'data_streams', label: dataStreamsTitle(), to: appPaths.dataStreams() },
  { id: 'aliases', label: aliasesTitle(), to: appPaths.aliases() },
  { id: 'index_templates', label: indexTemplatesTitle(), to: appPaths.indexTemplates() },
  {
    id: 'component_templates',
    label: componentTemplatesTitle(),
    to: appPaths.componentTemplates(),
  },
  { id: 'tasks', label: tasksTitle(), to: appPaths.indexTasks() },
];

const descriptionOf = (current: IndicesPage): string => {
  switch (current) {
    case 'tasks':
      return i18n.translate('watchkeeper.indexTasks.description', {
        defaultMessage:
          'Long work on indices: what runs, and what became of it. It goes on after you leave the page.',
      });
    case 'data_streams':
      return i18n.translate('watchkeeper.streams.description', {
        defaultMessage: 'Written under one name, and kept in many indices.',
      });
    case 'aliases':
      return i18n.translate('watchkeeper.aliases.description', {
        defaultMessage: 'Other names for indices, and which of them is written to.',
      });
    case 'index_templates':
      return i18n.translate('watchkeeper.indexTemplates.description', {
        defaultMessage: 'With what new indices and data streams are made, by their names.',
      });
    case 'component_templates':
      return i18n.translate('watchkeeper.components.description', {
        defaultMessage: 'What several index templates have in common.',
      });
    default:
      return i18n.translate('watchkeeper.indices.description', {
        defaultMessage:
          'The indices of the cluster that you may see, and what can be done to them.',
      });
  }
};

/** The frame of the pages of the app that stand side by side, with the ways between them. */
export const IndicesFrame: React.FC<{ current: IndicesPage; actions?: ReactNode[] }> = ({
  current,
  actions,
  children,
}) => {
  const label = tabs().find(({ id }) => id === current)?.label ?? '';
  return (
    <PageFrame
      title={current === 'table' ? indicesTitle() : label}
      crumbs={
        current === 'table'
          ? [{ text: indicesTitle() }]
          : [{ text: indicesTitle(), to: appPaths.indices() }, { text: label }]
      }
      description={descriptionOf(current)}
      actions={actions}
    >
      <RoomTabs tabs={tabs()} current={current} testSubj="indicesTab" />
      {children}
    </PageFrame>
  );
};

/** What could not be read, so that nobody takes a missing alias for one that does not exist. */
export const Gaps: React.FC<{ gaps: readonly string[] }> = ({ gaps }) =>
  gaps.length === 0 ? null : (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('watchkeeper.indices.gapsTitle', {
          defaultMessage: 'Not everything could be read',
        })}
        data-test-subj="indicesGaps"
      >
        {gaps.map((gap) => (
          <p key={gap}>{gap}</p>
        ))}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
