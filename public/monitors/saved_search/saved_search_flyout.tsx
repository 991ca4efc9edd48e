import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiLink,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { SearchField } from '../../shared/search_field';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useSavedSearches } from './saved_searches';
import type { SearchTitle } from './saved_searches';

const Choice: React.FC<{ search: SearchTitle; onClose: () => void }> = ({ search, onClose }) => {
  const { href, onClick } = useLinkTo()(appPaths.monitorFromSearch(search.id));
  return (
    <>
      <EuiLink
        href={href}
        onClick={(event: React.MouseEvent) => {
          onClick(event);
          onClose();
        }}
        data-test-subj={`savedSearch-${search.id}`}
      >
        <span className="eui-textBreakWord">{search.title}</span>
      </EuiLink>
      {search.description && (
        <EuiText size="xs" color="subdued">
          {search.description}
        </EuiText>
      )}
      <EuiSpacer size="s" />
    </>
  );
};

const Choices: React.FC<{ searches: SearchTitle[]; onClose: () => void }> = ({
  searches,
  onClose,
}) => {
  const [typed, setTyped] = useState('');
  if (searches.length === 0) {
    return (
      <EmptyState
        iconType="discoverApp"
        title={i18n.translate('watchkeeper.savedSearch.emptyTitle', {
          defaultMessage: 'There are no saved searches',
        })}
        body={i18n.translate('watchkeeper.savedSearch.emptyText', {
          defaultMessage:
            'Search in Discover of Dashboards and save the search there: then a monitor can be made of it. A host without Discover keeps none.',
        })}
      />
    );
  }
  const shown = searches.filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()));
  return (
    <>
      <SearchField
        value={typed}
        onChange={setTyped}
        label={i18n.translate('watchkeeper.savedSearch.searchLabel', {
          defaultMessage: 'Search by title',
        })}
        data-test-subj="savedSearchSearch"
      />
      <EuiSpacer size="m" />
      {shown.map((search) => (
        <Choice key={search.id} search={search} onClose={onClose} />
      ))}
    </>
  );
};

/** A saved search to make a monitor of. */
export const SavedSearchFlyout: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const { data, error, isLoading, refetch } = useSavedSearches();
  const title = i18n.translate('watchkeeper.savedSearch.flyoutTitle', {
    defaultMessage: 'Create a monitor from a saved search',
  });
  return (
    <EuiFlyout size="s" onClose={onClose} aria-label={title} data-test-subj="savedSearchFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2>{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {isLoading && <LoadingState />}
        {!isLoading && !data && (
          <ErrorState
            title={i18n.translate('watchkeeper.savedSearch.listErrorTitle', {
              defaultMessage: 'The saved searches could not be listed',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {data && <Choices searches={data} onClose={onClose} />}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
};
