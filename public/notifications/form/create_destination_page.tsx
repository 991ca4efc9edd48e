import React from 'react';
import { useLocation } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { destinationsCrumb } from '../crumbs';
import { useDestination } from '../destination_queries';
import { DestinationEditor } from './destination_editor';
import { formOfStored } from './destination_form';
import type { DestinationForm } from './destination_form';

/** As long as a name may be. */
const LONGEST_NAME = 256;

/** What can be seen of another, for a new one of its kind: secrets stay where they are. */
export const copyOf = ({
  destination,
}: Pick<DestinationRecord, 'destination'>): DestinationForm => {
  const name = i18n.translate('watchkeeper.destinations.copyName', {
    defaultMessage: 'Copy of {name}',
    values: { name: destination.name },
  });
  return { ...formOfStored(destination, false), name: name.slice(0, LONGEST_NAME) };
};

const Copy: React.FC<{ id: string }> = ({ id }) => {
  const { data, error, isLoading, refetch } = useDestination(id);
  if (isLoading) return <LoadingState />;
  if (data) return <DestinationEditor template={copyOf(data)} />;
  return (
    <ErrorState
      title={i18n.translate('watchkeeper.destinations.copyErrorTitle', {
        defaultMessage: 'The destination to be duplicated could not be read',
      })}
      error={error}
      onRetry={() => void refetch()}
    />
  );
};

/** A new destination, from nothing or from what can be seen of another. */
export const CreateDestinationPage: React.FC = () => {
  const { search } = useLocation();
  const source = new URLSearchParams(search).get('clone');
  const title = i18n.translate('watchkeeper.destinations.createTitle', {
    defaultMessage: 'Create destination',
  });
  return (
    <PageFrame title={title} crumbs={[destinationsCrumb(), { text: title }]}>
      {source ? <Copy key={source} id={source} /> : <DestinationEditor />}
    </PageFrame>
  );
};
