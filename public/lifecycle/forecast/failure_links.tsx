import React from 'react';
import { i18n } from '@osd/i18n';
import type { FailureGroup } from '../../../common/lifecycle/forecast/tally';
import { FAILING } from '../../../common/lifecycle/managed_table/rows';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';

const MOST_LINKED = 3;

/** To where a failure is mended: what has failed to its repair, what will fail to the policies and their findings. */
export const FailureLinks: React.FC<{
  group: FailureGroup;
  /** Ids of the policies that are there. */
  stored: ReadonlySet<string>;
}> = ({ group: { reason, policies }, stored }) => {
  if (reason === undefined) {
    return (
      <PageLink
        color="text"
        to={appPaths.managedIndicesWhere({ health: FAILING })}
        data-test-subj="toRepair"
      >
        {i18n.translate('watchkeeper.lifecycle.clusterForecast.repairLink', {
          defaultMessage: 'See why, and repair',
        })}
      </PageLink>
    );
  }
  const known = policies.filter((id) => stored.has(id));
  return (
    <>
      {known.slice(0, MOST_LINKED).map((id, place) => (
        <React.Fragment key={id}>
          {place > 0 && ', '}
          <PageLink color="text" to={appPaths.policy(id)} data-test-subj="toFinding">
            {i18n.translate('watchkeeper.lifecycle.clusterForecast.findingLink', {
              defaultMessage: 'Findings of “{id}”',
              values: { id },
            })}
          </PageLink>
        </React.Fragment>
      ))}
    </>
  );
};
