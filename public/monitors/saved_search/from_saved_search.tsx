import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { readSavedSearch } from '../../../common/import/saved_search';
import type { SavedSearch, SearchNote } from '../../../common/import/saved_search';
import { ErrorState, LoadingState } from '../../shared/states';
import { MonitorEditor } from '../editor/monitor_editor';
import { newMonitor } from '../editor/new_monitor';
import { useSavedSearch } from './saved_searches';
import { searchDraft } from './search_draft';
import { noteWords } from './search_words';

const Notes: React.FC<{ notes: readonly SearchNote[] }> = ({ notes }) => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={i18n.translate('watchkeeper.savedSearch.notesTitle', {
        defaultMessage: 'Not all of the saved search came along as it is',
      })}
      data-test-subj="savedSearchNotes"
    >
      <ul>
        {notes.map((note) => (
          <li key={noteWords(note)} className="eui-textBreakWord">
            {noteWords(note)}
          </li>
        ))}
      </ul>
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);

const EMPTY = newMonitor();

const Begun: React.FC<{ search: SavedSearch }> = ({ search }) => {
  const read = useMemo(() => readSavedSearch(search), [search]);
  const draft = useMemo(() => searchDraft(read), [read]);
  return (
    <>
      {read.notes.length > 0 && <Notes notes={read.notes} />}
      <MonitorEditor initial={EMPTY} written={draft} />
    </>
  );
};

/** The form with what a saved search asks. */
export const FromSavedSearch: React.FC<{ id: string }> = ({ id }) => {
  const { data, error, isLoading, refetch } = useSavedSearch(id);
  if (data) return <Begun search={data} />;
  if (isLoading) return <LoadingState />;
  return (
    <ErrorState
      title={i18n.translate('watchkeeper.savedSearch.loadErrorTitle', {
        defaultMessage: 'The saved search could not be loaded',
      })}
      error={error}
      onRetry={() => void refetch()}
    />
  );
};
