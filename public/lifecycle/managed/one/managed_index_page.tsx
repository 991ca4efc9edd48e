import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { useParams } from 'react-router-dom';
import type { ManagedDetail } from '../../../../common/lifecycle/api';
import { healthOf } from '../../../../common/lifecycle/explain/health';
import { appPaths } from '../../../shared/app_paths';
import { useLinkTo } from '../../../shared/links';
import { PageFrame } from '../../../shared/page_frame';
import { RefreshControl } from '../../../shared/refresh_control';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/states';
import { useUrlState } from '../../../shared/url_state';
import { policiesCrumb } from '../../crumbs';
import { HealthBadge, OutdatedBadge } from '../health_badge';
import { useManagedIndex } from '../managed_queries';
import { OneIndex } from './one_index';

const DEFAULTS = { refresh: 30 };

/** No policy manages it: what can be done instead. */
const Unmanaged: React.FC<{ index: string }> = ({ index }) => {
  const linkTo = useLinkTo();
  return (
    <EuiPanel>
      <EmptyState
        iconType="search"
        title={i18n.translate('watchkeeper.lifecycle.managed.unmanagedTitle', {
          defaultMessage: 'No policy manages an index of this name that you may see',
        })}
        body={
          <p>
            {i18n.translate('watchkeeper.lifecycle.managed.unmanagedText', {
              defaultMessage:
                'It may have been deleted by its policy, or the policy was removed from it.',
            })}
          </p>
        }
        action={
          <EuiSmallButton {...linkTo(appPaths.index(index))} data-test-subj="toIndexPage">
            {i18n.translate('watchkeeper.lifecycle.managed.toIndexButtonLabel', {
              defaultMessage: 'Page of the index',
            })}
          </EuiSmallButton>
        }
      />
    </EuiPanel>
  );
};

const Badges: React.FC<{ detail: ManagedDetail }> = ({ detail: { managed } }) => (
  <EuiFlexGroup gutterSize="xs" responsive={false}>
    <EuiFlexItem grow={false}>
      <HealthBadge health={healthOf(managed)} />
    </EuiFlexItem>
    {managed.outdated && (
      <EuiFlexItem grow={false}>
        <OutdatedBadge />
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);

/** One managed index: why it is where it is, what comes, and what has been. */
export const ManagedIndexPage: React.FC = () => {
  const { index } = useParams<{ index: string }>();
  const [{ refresh }, change] = useUrlState(DEFAULTS);
  const { data, error, isFetching, refetch } = useManagedIndex(index, refresh);
  const linkTo = useLinkTo();
  const crumbs = useMemo(
    () => [
      policiesCrumb(),
      {
        text: i18n.translate('watchkeeper.lifecycle.managedTab', {
          defaultMessage: 'Managed indices',
        }),
        to: appPaths.managedIndices(),
      },
      { text: index },
    ],
    [index]
  );
  // A reading that fails later does not take away what was read.
  const isGone = error?.code === 'not_found';
  return (
    <PageFrame
      title={index}
      crumbs={crumbs}
      beside={data && !isGone ? <Badges detail={data} /> : undefined}
      actions={[
        <EuiSmallButtonEmpty key="index" {...linkTo(appPaths.index(index))}>
          {i18n.translate('watchkeeper.lifecycle.managed.toIndexButtonLabel', {
            defaultMessage: 'Page of the index',
          })}
        </EuiSmallButtonEmpty>,
        <RefreshControl
          key="refresh"
          seconds={refresh}
          isRefreshing={isFetching}
          onChange={(seconds) => change({ refresh: seconds })}
          onRefresh={() => void refetch()}
        />,
      ]}
    >
      {isGone && <Unmanaged index={index} />}
      {!isGone && data && <OneIndex detail={data} onActed={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {!data && error && !isGone && (
        <ErrorState
          title={i18n.translate('watchkeeper.lifecycle.managed.loadOneErrorTitle', {
            defaultMessage: 'The managed index could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      <EuiSpacer size="s" />
    </PageFrame>
  );
};
