import React from 'react';
import { i18n } from '@osd/i18n';
import { PageFrame } from '../../shared/page_frame';
import { destinationsCrumb } from '../crumbs';
import { DestinationEditor } from './destination_editor';

export const CreateDestinationPage: React.FC = () => {
  const title = i18n.translate('watchkeeper.destinations.createTitle', {
    defaultMessage: 'Create destination',
  });
  return (
    <PageFrame title={title} crumbs={[destinationsCrumb(), { text: title }]}>
      <DestinationEditor />
    </PageFrame>
  );
};
