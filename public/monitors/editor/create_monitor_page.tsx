import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { useQuery } from '@tanstack/react-query';
import type { Monitor } from '../../../common/monitors/monitor';
import { isReadyMade } from '../../../common/monitors/ready_made/answers';
import type { ReadyMade } from '../../../common/monitors/ready_made/answers';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { monitorsCrumb } from '../crumbs';
import { FirstMonitor } from '../first/first_monitor';
import { useMonitorsApi } from '../monitors_api';
import { ReadyMadeChoice } from '../ready_made/ready_made_choice';
import { FromSavedSearch } from '../saved_search/from_saved_search';
import { MigrateButton } from '../take_over/migrate_button';
import { cloneOf } from './clone';
import { MonitorEditor } from './monitor_editor';
import { newMonitor } from './new_monitor';

/** Nothing is saved before Create, whatever the form starts with. */
const NewMonitor: React.FC<{ start: () => Monitor }> = ({ start }) => {
  const [initial] = useState(start);
  return <MonitorEditor initial={initial} />;
};

const ClonedMonitor: React.FC<{ id: string }> = ({ id }) => {
  const api = useMonitorsApi();
  // Fetched once: the copy must not change under the editor's hands.
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['monitors', 'clone', id],
    queryFn: ({ signal }) => api.get(id, signal),
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (data) return <NewMonitor start={() => cloneOf(data.monitor)} />;
  if (isLoading) return <LoadingState />;
  return (
    <ErrorState
      title={i18n.translate('watchkeeper.editor.cloneErrorTitle', {
        defaultMessage: 'The monitor to copy could not be loaded',
      })}
      error={error}
      onRetry={() => void refetch()}
    />
  );
};

/** What an answered question is compared with: all of it is unsaved. */
const EMPTY = newMonitor();

/** A question, until somebody wants all settings: then the form goes on with what was answered. */
const Question: React.FC<{ which: ReadyMade }> = ({ which }) => {
  const [draft, setDraft] = useState<Monitor | undefined>();
  if (draft) return <MonitorEditor initial={EMPTY} written={draft} />;
  return <FirstMonitor which={which} onAllSettings={setDraft} />;
};

/** A question to begin with, or an empty form; the questions stay at hand. */
const Begun: React.FC<{ ready: string }> = ({ ready }) =>
  isReadyMade(ready) ? (
    <Question key={ready} which={ready} />
  ) : (
    <>
      <ReadyMadeChoice />
      <NewMonitor start={newMonitor} />
    </>
  );

const DEFAULTS = { clone: '', ready: '', search: '' };

/** The form for a new monitor: empty, with `?clone=` a copy, with `?search=` of a saved search, or a question. */
export const CreateMonitorPage: React.FC = () => {
  const [{ clone, ready, search }] = useUrlState(DEFAULTS);
  const title = i18n.translate('watchkeeper.editor.createTitle', {
    defaultMessage: 'Create monitor',
  });
  const content = () => {
    if (clone !== '') return <ClonedMonitor key={clone} id={clone} />;
    return search === '' ? <Begun ready={ready} /> : <FromSavedSearch key={search} id={search} />;
  };
  return (
    <PageFrame
      title={title}
      crumbs={[monitorsCrumb(), { text: title }]}
      actions={[<MigrateButton key="migrate" />]}
    >
      {content()}
    </PageFrame>
  );
};
