import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel } from '@elastic/eui';
import { useLocation, useParams } from 'react-router-dom';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { RoomTabs } from '../../shared/room_tabs';
import { ErrorState, LoadingState } from '../../shared/states';
import { ActFailures, IndexActions } from '../actions/index_actions';
import type { Failures } from '../actions/index_actions';
import { useFreshListing, useIndex } from '../index_queries';
import { indicesTitle } from '../indices_frame';
import { AliasesTab } from './aliases_tab';
import { LifecycleTab } from './lifecycle_tab';
import { MappingTab } from './mapping_tab';
import { OverviewTab } from './overview_tab';
import { SettingsTab } from './settings_tab';

const TABS = ['overview', 'settings', 'mapping', 'aliases', 'lifecycle'] as const;
type Tab = (typeof TABS)[number];

const tabLabel = (tab: Tab): string => {
  switch (tab) {
    case 'settings':
      return i18n.translate('watchkeeper.indices.settingsTitle', { defaultMessage: 'Settings' });
    case 'mapping':
      return i18n.translate('watchkeeper.indices.mappingTitle', { defaultMessage: 'Mapping' });
    case 'aliases':
      return i18n.translate('watchkeeper.indices.aliasesTitle', { defaultMessage: 'Aliases' });
    case 'lifecycle':
      return i18n.translate('watchkeeper.indices.lifecycleTitle', { defaultMessage: 'Lifecycle' });
    default:
      return i18n.translate('watchkeeper.indices.overviewTitle', { defaultMessage: 'Overview' });
  }
};

const tabPath = (name: string, tab: Tab): AppPath => {
  const { app, path } = appPaths.index(name);
  return { app, path: tab === 'overview' ? path : `${path}?tab=${tab}` };
};

const Content: React.FC<{
  tab: Tab;
  detail: IndexDetail;
  reload: () => Promise<IndexDetail | undefined>;
}> = ({ tab, detail, reload }) => {
  switch (tab) {
    case 'settings':
      return <SettingsTab detail={detail} reload={reload} />;
    case 'mapping':
      return <MappingTab detail={detail} />;
    case 'aliases':
      return <AliasesTab detail={detail} reload={reload} />;
    case 'lifecycle':
      return <LifecycleTab name={detail.row.name} />;
    default:
      return <OverviewTab row={detail.row} />;
  }
};

const useTab = (): Tab => {
  const { search } = useLocation();
  const wanted = new URLSearchParams(search).get('tab');
  return TABS.find((tab) => tab === wanted) ?? 'overview';
};

/** One index: what it is, how it is made, and what can be done to it. */
export const IndexPage: React.FC = () => {
  const { name } = useParams<{ name: string }>();
  const tab = useTab();
  const { data, error, isLoading, refetch } = useIndex(name);
  const [failures, setFailures] = useState<Failures>([]);
  const goTo = useGoTo();
  const readAnew = useFreshListing();
  return (
    <PageFrame
      title={name}
      crumbs={[{ text: indicesTitle(), to: appPaths.indices() }, { text: name }]}
      actions={
        data && [
          <IndexActions
            key="actions"
            indices={[name]}
            onDone={(verb, { done, failed }) => {
              setFailures(failed);
              void readAnew();
              if (verb === 'delete' && done.length > 0) goTo(appPaths.indices());
              else void refetch();
            }}
          />,
        ]
      }
    >
      <ActFailures failures={failures} onClear={() => setFailures([])} />
      {isLoading && <LoadingState />}
      {data && (
        <>
          <RoomTabs
            tabs={TABS.map((id) => ({ id, label: tabLabel(id), to: tabPath(name, id) }))}
            current={tab}
            testSubj="indexTab"
          />
          <EuiPanel>
            <Content
              key={`${name} ${data.row.status}`}
              tab={tab}
              detail={data}
              reload={async () => (await refetch()).data}
            />
          </EuiPanel>
        </>
      )}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.indices.loadIndexErrorTitle', {
            defaultMessage: 'The index could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
    </PageFrame>
  );
};
