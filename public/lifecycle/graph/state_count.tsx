import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import type { Usage } from './use_usage';

/** How many indices are in a state now, and the way to them. */
export const StateCount: React.FC<{ name: string; usage: Usage | undefined }> = ({
  name,
  usage,
}) => {
  const count = usage?.byState.get(name);
  if (!usage || count === undefined) return null;
  return (
    <div className="watchkeeperGraph__count">
      <PageLink
        to={appPaths.managedIndicesWhere({ policy: usage.policyId, state: name })}
        data-test-subj="graphCount"
      >
        <EuiBadge>
          {i18n.translate('watchkeeper.lifecycle.graph.countText', {
            defaultMessage: '{count, plural, one {# index} other {# indices}} here now',
            values: { count },
          })}
        </EuiBadge>
      </PageLink>
    </div>
  );
};
