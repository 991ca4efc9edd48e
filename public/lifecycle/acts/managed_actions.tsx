import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButton, EuiToolTip } from '@elastic/eui';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { failureClassOf, hasStopped } from '../../../common/lifecycle/native/failure_class';
import { useMay } from '../../shared/plugin_status';
import { ChangeDialog } from '../change/change_dialog';
import { RepairDialog } from '../repair/repair_dialog';
import { RepairManyDialog } from '../repair/repair_many_dialog';
import { RemoveDialog } from './remove_dialog';
import { RetryDialog } from './retry_dialog';

type Act = 'repair' | 'retry' | 'change' | 'remove';

const noneText = (): string =>
  i18n.translate('watchkeeper.lifecycle.acts.noneReason', {
    defaultMessage: 'Choose indices first.',
  });

const REPAIRED = new Set(['no_rollover_alias', 'not_write_index']);

/** Each is read and changed by itself: what is more than this, nobody looks through before. */
const MOST_REPAIRED = 200;

const whyNoRepair = (selected: readonly ManagedIndex[]): string | undefined => {
  if (selected.length > MOST_REPAIRED) {
    return i18n.translate('watchkeeper.lifecycle.acts.tooManyRepairsReason', {
      defaultMessage: 'Choose at most {most} indices to repair at once.',
      values: { most: MOST_REPAIRED },
    });
  }
  const fits = selected.some((index) => REPAIRED.has(failureClassOf(index) ?? ''));
  return fits
    ? undefined
    : i18n.translate('watchkeeper.lifecycle.acts.noRepairReason', {
        defaultMessage: 'Only a rollover that fails for its alias can be repaired here.',
      });
};

/** Why nothing fits; undefined where something does. */
const whyNot = (act: Act, selected: readonly ManagedIndex[]): string | undefined => {
  if (selected.length === 0) return noneText();
  if (act === 'retry' && !selected.some(hasStopped)) {
    return i18n.translate('watchkeeper.lifecycle.acts.notStoppedReason', {
      defaultMessage: 'None of them has stopped: there is nothing to retry.',
    });
  }
  return act === 'repair' ? whyNoRepair(selected) : undefined;
};

const labelOf = (act: Act): string => {
  switch (act) {
    case 'repair':
      return i18n.translate('watchkeeper.lifecycle.acts.repairLabel', { defaultMessage: 'Repair' });
    case 'retry':
      return i18n.translate('watchkeeper.lifecycle.acts.retryLabel', { defaultMessage: 'Retry' });
    case 'change':
      return i18n.translate('watchkeeper.lifecycle.acts.changeLabel', {
        defaultMessage: 'Change policy',
      });
    case 'remove':
      return i18n.translate('watchkeeper.lifecycle.acts.removeLabel', {
        defaultMessage: 'Remove policy',
      });
  }
};

const ActButton: React.FC<{ act: Act; why: string | undefined; onClick: () => void }> = ({
  act,
  why,
  onClick,
}) => (
  <EuiFlexItem grow={false}>
    <EuiToolTip content={why}>
      <EuiSmallButton
        isDisabled={why !== undefined}
        color={act === 'remove' ? 'danger' : 'primary'}
        onClick={onClick}
        data-test-subj={`managedAct-${act}`}
      >
        {labelOf(act)}
      </EuiSmallButton>
    </EuiToolTip>
  </EuiFlexItem>
);

const ACTS: readonly Act[] = ['repair', 'retry', 'change', 'remove'];

/**
 * What can be done to the chosen indices. Whoever may not write sees nothing of it.
 *
 * @param onDone after something was done, once its outcome has been read: what shows the indices is read anew by itself.
 *   `left`: those that stay chosen, since nothing came of it for them
 */
export const ManagedActions: React.FC<{
  selected: readonly ManagedIndex[];
  onDone: (left?: readonly string[]) => void;
}> = ({ selected, onDone }) => {
  const [open, setOpen] = useState<Act>();
  const [indices, setIndices] = useState(selected);
  const mayWrite = useMay('write');
  if (!mayWrite) return null;
  const begin = (act: Act) => {
    // While a dialog is open, the list behind it goes on being read.
    setIndices(selected);
    setOpen(act);
  };
  const dialog = { indices, onDone, onClose: () => setOpen(undefined) };
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap data-test-subj="managedActions">
        {ACTS.map((act) => (
          <ActButton key={act} act={act} why={whyNot(act, selected)} onClick={() => begin(act)} />
        ))}
      </EuiFlexGroup>
      {open === 'repair' && indices.length > 1 && <RepairManyDialog {...dialog} />}
      {open === 'repair' && indices.length === 1 && (
        <RepairDialog
          index={indices[0].index}
          startsWith={failureClassOf(indices[0]) === 'not_write_index' ? 'write_index' : 'alias'}
          onDone={() => onDone()}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'retry' && <RetryDialog {...dialog} onDone={() => onDone()} />}
      {open === 'change' && <ChangeDialog {...dialog} onDone={() => onDone()} />}
      {open === 'remove' && <RemoveDialog {...dialog} onDone={() => onDone()} />}
    </>
  );
};
