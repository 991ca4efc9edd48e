import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { ChangeDialog } from '../change/change_dialog';
import { useManaged } from '../managed/managed_queries';

/** For indices that another policy manages: the change of their policy, which applying does not do. */
export const ChangeInstead: React.FC<{ names: readonly string[]; policyId: string }> = ({
  names,
  policyId,
}) => {
  const managed = useManaged(true, 0).data?.indices;
  const [changing, setChanging] = useState<readonly ManagedIndex[]>();
  const begin = () => {
    const wanted = new Set(names);
    setChanging((managed ?? []).filter(({ index }) => wanted.has(index)));
  };
  return (
    <>
      <EuiSmallButton isDisabled={!managed} onClick={begin} data-test-subj="changeInstead">
        {i18n.translate('watchkeeper.lifecycle.acts.changeLabel', {
          defaultMessage: 'Change policy',
        })}
      </EuiSmallButton>
      {changing && (
        <ChangeDialog
          indices={changing}
          policyId={policyId}
          onClose={() => setChanging(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};
