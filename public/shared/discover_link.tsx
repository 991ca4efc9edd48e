import React from 'react';
import { useQuery } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { EuiLink, EuiText } from '@elastic/eui';
import { discoverPath, patternFor } from '../../common/links/discover';
import type { DiscoverView, IndexPattern } from '../../common/links/discover';
import { useServices } from './services';

/** Discover of Dashboards 2.10 and later. The standalone host has none. */
const DISCOVER_APP = 'data-explorer';
const MOST_PATTERNS = 1000;
const STALE_AFTER = 60_000;

interface FoundPatterns {
  saved_objects: Array<{ id: string; attributes: { title?: string; timeFieldName?: string } }>;
}

const usePatterns = (enabled: boolean): IndexPattern[] | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['index_patterns'],
    queryFn: async ({ signal }) => {
      const query = { type: 'index-pattern', per_page: MOST_PATTERNS };
      const found = await api.get<FoundPatterns>('/api/saved_objects/_find', { query, signal });
      return found.saved_objects.map(({ id, attributes: { title = '', timeFieldName } }) => ({
        id,
        title,
        timeFieldName,
      }));
    },
    enabled,
    staleTime: STALE_AFTER,
  }).data;
};

/** Leads to the documents that a run looked at; nothing where the host has no Discover. */
export const DiscoverLink: React.FC<{ view: DiscoverView | undefined }> = ({ view }) => {
  const { core } = useServices();
  const hasDiscover = core.application.capabilities.navLinks[DISCOVER_APP] === true;
  const patterns = usePatterns(hasDiscover && view !== undefined);
  if (!view || !patterns) return null;
  const pattern = patternFor(patterns, view.indices);
  if (!pattern) {
    return (
      <EuiText size="xs" color="subdued" data-test-subj="noIndexPattern">
        {i18n.translate('watchkeeper.discover.noPatternText', {
          defaultMessage: 'Discover can show this once there is an index pattern for {indices}.',
          values: { indices: view.indices.join(', ') },
        })}
      </EuiText>
    );
  }
  const href = core.application.getUrlForApp(DISCOVER_APP, { path: discoverPath(view, pattern) });
  return (
    <EuiLink href={href} target="_blank" data-test-subj="discoverLink">
      {i18n.translate('watchkeeper.discover.linkLabel', { defaultMessage: 'Show in Discover' })}
    </EuiLink>
  );
};
