import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiLink, EuiText } from '@elastic/eui';
import { appPaths } from '../../../shared/app_paths';
import { useServices } from '../../../shared/services';
import { useDestinations } from '../../destinations';

/**
 * Under the choice of a destination: what is wrong with the chosen one, and a way to make another. It opens a tab of its
 * own, so that what is being written here stays.
 */
export const DestinationHint: React.FC<{ chosen: string; onRefresh: () => void }> = ({
  chosen,
  onRefresh,
}) => {
  const { core } = useServices();
  const { data: destinations } = useDestinations();
  const record = destinations?.find(({ id }) => id === chosen);
  const { app, path } = appPaths.createDestination();
  return (
    <>
      {record && !record.has_secrets && (
        <EuiText size="xs" color="danger">
          {i18n.translate('watchkeeper.editor.destinationLacksSecretsText', {
            defaultMessage: 'It cannot send: its secrets must be given again.',
          })}
        </EuiText>
      )}
      <EuiLink
        href={core.application.getUrlForApp(app, { path })}
        target="_blank"
        external
        data-test-subj="createDestinationLink"
      >
        {i18n.translate('watchkeeper.editor.createDestinationLinkLabel', {
          defaultMessage: 'Create a destination',
        })}
      </EuiLink>{' '}
      <EuiLink onClick={onRefresh} data-test-subj="refreshDestinationsLink">
        {i18n.translate('watchkeeper.editor.refreshDestinationsLinkLabel', {
          defaultMessage: 'Refresh',
        })}
      </EuiLink>
    </>
  );
};
