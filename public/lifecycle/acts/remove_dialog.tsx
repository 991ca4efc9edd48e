import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { ActDialog } from './act_dialog';
import { IndexNames } from './index_names';

/** Says before a policy is taken from indices what stays as it is, and what nobody does any more. */
export const RemoveDialog: React.FC<{
  indices: readonly ManagedIndex[];
  onClose: () => void;
  onDone: () => void;
}> = ({ indices, onClose, onDone }) => {
  const names = indices.map(({ index }) => index);
  const policies = [...new Set(indices.map(({ policy_id: id }) => id))];
  return (
    <ActDialog
      title={i18n.translate('watchkeeper.lifecycle.remove.title', {
        defaultMessage: 'Remove the policy from {count, plural, one {# index} other {# indices}}?',
        values: { count: names.length },
      })}
      confirmLabel={i18n.translate('watchkeeper.lifecycle.remove.confirmLabel', {
        defaultMessage: 'Remove',
      })}
      danger
      act={{ act: 'remove', indices: names }}
      {...{ onClose, onDone }}
    >
      <EuiText size="s">
        <p>
          {i18n.translate('watchkeeper.lifecycle.remove.staysText', {
            defaultMessage:
              'Nothing that was done is undone: documents, aliases, replicas, write blocks and nodes stay as they are now.',
          })}
        </p>
        <p>
          {i18n.translate('watchkeeper.lifecycle.remove.stopsText', {
            defaultMessage:
              'From now on nobody rolls them over, moves them or deletes them, and no template of a policy takes them in again. {policies} stays for all other indices.',
            values: { policies: policies.map((id) => `“${id}”`).join(', ') },
          })}
        </p>
        <IndexNames names={names} />
      </EuiText>
    </ActDialog>
  );
};
