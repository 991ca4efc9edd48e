import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiText } from '@elastic/eui';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { EngineCallout } from '../engine_callout';
import { LifecycleFrame } from '../lifecycle_frame';
import { canKeep, useEngine, usePolicies, useSurroundings } from '../policy_queries';
import { CreateMenu } from './create_menu';
import { PoliciesTable } from './policies_table';
import { rowsOf } from './policy_rows';

const noPoliciesTitle = (kept: boolean, isNone: boolean): string => {
  if (kept) {
    return i18n.translate('watchkeeper.lifecycle.list.emptyTitle', {
      defaultMessage: 'There is no policy yet',
    });
  }
  return isNone
    ? i18n.translate('watchkeeper.lifecycle.list.noneKeptTitle', {
        defaultMessage: 'No policies are kept on this cluster',
      })
    : i18n.translate('watchkeeper.lifecycle.list.notReadTitle', {
        defaultMessage: 'Whether there are policies could not be read',
      });
};

/** @param isNone the cluster is known to have nothing that keeps policies */
const NoPolicies: React.FC<{ kept: boolean; isNone?: boolean }> = ({ kept, isNone = false }) => (
  <EmptyState
    iconType="indexSettings"
    title={noPoliciesTitle(kept, isNone)}
    body={
      <p>
        {kept
          ? i18n.translate('watchkeeper.lifecycle.list.emptyText', {
              defaultMessage:
                'A policy says what happens to an index as it grows and ages: when it rolls over, moves to other nodes, is kept in a snapshot, and is deleted. Begin with a template, or paste one.',
            })
          : i18n.translate('watchkeeper.lifecycle.list.noneKeptText', {
              defaultMessage:
                'Begin one with a template, or paste one, to see whether it would work and what it would delete on which day.',
            })}
      </p>
    }
    action={<CreateMenu />}
  />
);

/** Which indices there are is asked for in the editor: here what the cluster has is enough. */
const NO_PATTERNS: readonly string[] = [];

/** What the list lacks, each as a sentence. */
const Gaps: React.FC<{ gaps: readonly string[] }> = ({ gaps }) => (
  <>
    {gaps.map((gap) => (
      <EuiText key={gap} size="s" color="subdued" data-test-subj="listGap">
        <p>{gap}</p>
      </EuiText>
    ))}
  </>
);

/** All policies, with what is wrong with them. */
export const PoliciesListPage: React.FC = () => {
  const engine = useEngine();
  const kept = canKeep(engine.data);
  const list = usePolicies(kept);
  const around = useSurroundings(undefined, NO_PATTERNS, kept).data;
  const rows = useMemo(
    () => rowsOf(list.data?.items ?? [], Date.now(), around),
    [list.data, around]
  );
  const isEmpty = !kept || list.data?.total === 0;

  const content = () => {
    if (engine.isLoading || (kept && list.isLoading)) return <LoadingState />;
    if (!kept) return <NoPolicies kept={false} isNone={engine.data?.native === 'none'} />;
    if (!list.data) {
      return (
        <ErrorState
          title={i18n.translate('watchkeeper.lifecycle.list.loadErrorTitle', {
            defaultMessage: 'The policies could not be loaded',
          })}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      );
    }
    if (isEmpty) return <NoPolicies kept />;
    return (
      <>
        <PoliciesTable rows={rows} total={list.data.total} />
        <Gaps gaps={list.data.gaps} />
      </>
    );
  };
  return (
    <LifecycleFrame current="policies" actions={isEmpty ? [] : [<CreateMenu key="create" />]}>
      <EngineCallout engine={engine.data} error={engine.error} />
      <EuiPanel>{content()}</EuiPanel>
    </LifecycleFrame>
  );
};
