import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiFlexGrid, EuiSpacer, EuiText } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import { lifecycleOf } from '../../../common/indices/rows/lifecycle';
import { ENGINE_PATH, MANAGED_PATH } from '../../../common/lifecycle/api';
import type { EngineFacts, ManagedDetail } from '../../../common/lifecycle/api';
import { explainIndex } from '../../../common/lifecycle/explain/explain_index';
import { FAILURE_WORDS } from '../../../common/lifecycle/explain/failures';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { toApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { Fact } from '../../shared/fact';
import { PageLink } from '../../shared/links';
import { say } from '../../shared/say';
import { useServices } from '../../shared/services';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { Timestamp } from '../../shared/time';
import { Problem } from '../lifecycle_words';
import { columnLabel } from '../words';
import { useSaid } from '../../shared/said';

const useManaged = (name: string, enabled: boolean) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['lifecycle', 'managed', name],
    queryFn: ({ signal }) =>
      api.get<ManagedDetail>(`${MANAGED_PATH}/${encodeURIComponent(name)}`, { signal }),
    retry: false,
    enabled,
  });
};

const useEngine = () => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['lifecycle', 'engine'],
    queryFn: ({ signal }) => api.get<EngineFacts>(ENGINE_PATH, { signal }),
    retry: false,
  });
};

const NoEngine: React.FC = () => (
  <EmptyState
    iconType="indexOpen"
    title={i18n.translate('watchkeeper.indices.noEngineTitle', {
      defaultMessage: 'This cluster has no Index State Management',
    })}
    body={i18n.translate('watchkeeper.indices.noEngineText', {
      defaultMessage:
        'Its plugin opensearch-index-management is not installed, so no policy manages this index. Policies can be written and simulated all the same.',
    })}
    action={
      <PageLink to={appPaths.policies()}>
        {i18n.translate('watchkeeper.indices.toPoliciesLabel', {
          defaultMessage: 'Index policies',
        })}
      </PageLink>
    }
  />
);

const Unmanaged: React.FC<{ name: string }> = ({ name }) => (
  <EmptyState
    iconType="indexOpen"
    title={i18n.translate('watchkeeper.indices.unmanagedTitle', {
      defaultMessage: 'No policy manages this index',
    })}
    body={
      <PageLink to={appPaths.policyOfName(name)}>
        {i18n.translate('watchkeeper.indices.whichPolicyLabel', {
          defaultMessage: 'Which policy takes in an index of this name?',
        })}
      </PageLink>
    }
    action={
      <PageLink to={appPaths.applyPolicy({ indices: name })} data-test-subj="applyToIndex">
        {i18n.translate('watchkeeper.indices.applyPolicyButtonLabel', {
          defaultMessage: 'Apply policy',
        })}
      </PageLink>
    }
  />
);

const Managed: React.FC<{ detail: ManagedDetail }> = ({ detail }) => {
  const { managed, at, applied, facts } = detail;
  const { said } = useSaid();
  const explanation = useMemo(() => {
    const policy = applied && readPolicy(applied);
    return explainIndex({
      ...{ managed, now: at },
      ...(policy ? { policy } : {}),
      ...(facts ? { facts } : {}),
    });
  }, [managed, at, applied, facts]);
  const lifecycle = lifecycleOf(managed);
  const { failure, next_check: next } = explanation;
  return (
    <>
      {failure && (
        <>
          <EuiCallOut
            size="s"
            color={lifecycle.retrying ? 'warning' : 'danger'}
            iconType="alert"
            title={<Problem lifecycle={lifecycle} />}
          >
            <p>{say(FAILURE_WORDS[failure.class].remedy)}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      <EuiText size="s">
        <p data-test-subj="lifecycleSentence">{said(explanation.sentence)}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFlexGrid columns={4} gutterSize="m">
        <Fact title={columnLabel('policy')}>
          <PageLink to={appPaths.policy(managed.policy_id)}>{managed.policy_id}</PageLink>
        </Fact>
        <Fact title={columnLabel('state')}>{lifecycle.state ?? '–'}</Fact>
        <Fact
          title={i18n.translate('watchkeeper.indices.actionLabel', { defaultMessage: 'Action' })}
        >
          {lifecycle.action ?? '–'}
        </Fact>
        <Fact
          title={i18n.translate('watchkeeper.indices.nextCheckLabel', {
            defaultMessage: 'Looked at again by',
          })}
        >
          {next ? <Timestamp value={next.latest} /> : '–'}
        </Fact>
      </EuiFlexGrid>
      <EuiSpacer size="m" />
      <PageLink to={appPaths.managedIndex(managed.index)} data-test-subj="toManagedIndex">
        {i18n.translate('watchkeeper.indices.toManagedIndexLabel', {
          defaultMessage: 'History, conditions and what can be done',
        })}
      </PageLink>
    </>
  );
};

/** Which policy manages an index, where it stands in it and why; or how it gets one. */
export const LifecycleTab: React.FC<{ name: string }> = ({ name }) => {
  const engine = useEngine();
  const hasNone = engine.data?.native === 'none';
  const { data, error, isLoading, refetch } = useManaged(name, !engine.isLoading && !hasNone);
  if (hasNone) return <NoEngine />;
  if (engine.isLoading || isLoading) return <LoadingState />;
  if (data) return <Managed detail={data} />;
  if (toApiError(error).code === 'not_found') return <Unmanaged name={name} />;
  return (
    <ErrorState
      title={i18n.translate('watchkeeper.indices.lifecycleErrorTitle', {
        defaultMessage: 'What manages the index could not be read',
      })}
      error={error}
      onRetry={() => void refetch()}
    />
  );
};
