import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import { MANAGED_PATH } from '../../../common/lifecycle/api';
import type { ManagedListing, PolicyRecord } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { changeCounts, changeGroups } from '../../../common/lifecycle/change/change_plan';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { useServices } from '../../shared/services';
import { outdatedKey } from '../policy_queries';
import { ChangeDialog } from './change_dialog';
import { countsSentence } from './change_words';
import { useApplied } from './use_applied';

/** How many indices run an older version of a policy, when they could change, and the way to do it. Nothing if none. */
export const OutdatedCallout: React.FC<{ record: PolicyRecord }> = ({ record }) => {
  const { api } = useServices();
  const mayWrite = useMay('write');
  // What is being changed stays as it was chosen, though the list behind it is read anew.
  const [changing, setChanging] = useState<readonly ManagedIndex[]>();
  const { id, seq_no: seqNo } = record;
  const listing = useQuery({
    queryKey: outdatedKey(id, seqNo),
    queryFn: ({ signal }) => api.get<ManagedListing>(MANAGED_PATH, { signal }),
    retry: false,
  });
  const outdated = useMemo(
    () =>
      (listing.data?.indices ?? []).filter(
        ({ policy_id: policy, outdated: is }) => policy === id && is === true
      ),
    [listing.data, id]
  );
  const stored = useMemo(() => [record], [record]);
  const { applied, isLoading } = useApplied(outdated, stored);
  const isShown = outdated.length > 0 && !isLoading;
  const counts = changeCounts(changeGroups(outdated, applied, readPolicy(record.body)));
  return (
    <>
      {isShown && (
        <>
          <EuiCallOut
            size="s"
            iconType="iInCircle"
            title={i18n.translate('watchkeeper.lifecycle.change.outdatedTitle', {
              defaultMessage:
                '{count, plural, one {# index runs} other {# indices run}} an older version: {when}',
              values: { count: outdated.length, when: countsSentence(counts) },
            })}
            data-test-subj="outdatedCallout"
          >
            {mayWrite && (
              <>
                <EuiSmallButton
                  onClick={() => setChanging(outdated)}
                  data-test-subj="outdatedChange"
                >
                  {i18n.translate('watchkeeper.lifecycle.change.outdatedLabel', {
                    defaultMessage: 'Give them this version',
                  })}
                </EuiSmallButton>{' '}
              </>
            )}
            <PageLink to={appPaths.managedIndicesWhere({ policy: id, version: 'outdated' })}>
              {i18n.translate('watchkeeper.lifecycle.change.seeOutdatedLabel', {
                defaultMessage: 'See them',
              })}
            </PageLink>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      {changing && (
        <ChangeDialog
          indices={changing}
          policyId={id}
          onClose={() => setChanging(undefined)}
          onDone={() => void listing.refetch()}
        />
      )}
    </>
  );
};
