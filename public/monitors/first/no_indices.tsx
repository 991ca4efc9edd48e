import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiLink, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { toApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const HOME = 'home';
const SAMPLE_DATA = '#/tutorial_directory';

/** Nothing to watch yet: how data comes, and where samples of it are. */
export const NoIndices: React.FC = () => {
  const { core } = useServices();
  const hasHome = core.application.capabilities.navLinks?.[HOME] === true;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="iInCircle"
        title={i18n.translate('watchkeeper.first.noIndicesTitle', {
          defaultMessage: 'There are no indices that you may read yet',
        })}
        data-test-subj="firstNoIndices"
      >
        {hasHome ? (
          <EuiLink href={core.application.getUrlForApp(HOME, { path: SAMPLE_DATA })}>
            {i18n.translate('watchkeeper.first.sampleDataLabel', {
              defaultMessage: 'Add the sample data of Dashboards',
            })}
          </EuiLink>
        ) : (
          i18n.translate('watchkeeper.first.noIndicesText', {
            defaultMessage:
              'Let a shipper such as Fluent Bit, Logstash or Vector write to the cluster, or start this host with its demo. A pattern can be given already: it counts what comes later.',
          })
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};

/** The indices could not be asked for; a pattern can still be typed. */
export const FamiliesError: React.FC<{ error: unknown; onRetry: () => void }> = ({
  error,
  onRetry,
}) => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={i18n.translate('watchkeeper.first.familiesErrorTitle', {
        defaultMessage: 'The indices could not be looked up. You can type a pattern all the same.',
      })}
      data-test-subj="firstFamiliesError"
    >
      <p>{toApiError(error).message}</p>
      <EuiSmallButton onClick={onRetry} iconType="refresh">
        {i18n.translate('watchkeeper.retryButtonLabel', { defaultMessage: 'Try again' })}
      </EuiSmallButton>
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);
