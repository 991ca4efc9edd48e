import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonIcon } from '@elastic/eui';

/** Moves an item of a list up or down, or takes it out. */
export const ItemButtons: React.FC<{
  /** Names the item to those who hear the page. */
  name: string;
  place: number;
  count: number;
  onMove: (by: number) => void;
  onRemove: () => void;
}> = ({ name, place, count, onMove, onRemove }) => (
  <EuiFlexGroup gutterSize="none" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonIcon
        iconType="sortUp"
        color="text"
        isDisabled={place === 0}
        onClick={() => onMove(-1)}
        aria-label={i18n.translate('watchkeeper.lifecycle.states.upLabel', {
          defaultMessage: 'Move {name} up',
          values: { name },
        })}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonIcon
        iconType="sortDown"
        color="text"
        isDisabled={place === count - 1}
        onClick={() => onMove(1)}
        aria-label={i18n.translate('watchkeeper.lifecycle.states.downLabel', {
          defaultMessage: 'Move {name} down',
          values: { name },
        })}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonIcon
        iconType="trash"
        color="danger"
        onClick={onRemove}
        aria-label={i18n.translate('watchkeeper.lifecycle.states.removeLabel', {
          defaultMessage: 'Remove {name}',
          values: { name },
        })}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);
