import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { appPaths } from '../../shared/app_paths';
import { PageFrame } from '../../shared/page_frame';
import { useRecentlyViewed } from '../../shared/recently_viewed';
import { useServices } from '../../shared/services';
import { ErrorState, LoadingState } from '../../shared/states';
import { destinationsCrumb } from '../crumbs';
import { useDestination } from '../destination_queries';
import { UsedBy } from '../list/used_by';
import { SecretsBadge } from '../secrets_badge';
import { DestinationEditor } from './destination_editor';

const Loaded: React.FC<{ record: DestinationRecord; onReload: () => void }> = ({
  record,
  onReload,
}) => (
  <PageFrame
    title={record.destination.name}
    crumbs={[destinationsCrumb(), { text: record.destination.name }]}
    beside={<SecretsBadge present={record.has_secrets} />}
    description={<UsedBy monitors={record.used_by} />}
  >
    <DestinationEditor record={record} onReload={onReload} />
  </PageFrame>
);

export const EditDestinationPage: React.FC<{ id: string }> = ({ id }) => {
  const query = useDestination(id);
  useRecentlyViewed(appPaths.destination(id), query.data?.destination.name, id);
  const { history } = useServices();
  const [opening, setOpening] = useState(0);

  const reload = () => {
    history.disarm();
    void query.refetch().then(() => setOpening((count) => count + 1));
  };
  // The key makes a new form of what was read anew; an editor never changes underneath its user.
  if (query.data) return <Loaded key={opening} record={query.data} onReload={reload} />;
  return (
    <PageFrame title={destinationsCrumb().text} crumbs={[destinationsCrumb(), { text: id }]}>
      {query.isLoading ? (
        <LoadingState />
      ) : (
        <ErrorState
          title={i18n.translate('watchkeeper.destinations.openErrorTitle', {
            defaultMessage: 'The destination could not be opened',
          })}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
    </PageFrame>
  );
};
