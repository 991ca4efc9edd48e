import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSmallButtonIcon,
} from '@elastic/eui';
import type { Direction } from '../../../common/lifecycle/graph/layout';

/** What can be done with the graph as a whole. */
export const GraphToolbar: React.FC<{
  direction: Direction;
  onAdd: () => void;
  onTurn: () => void;
  /** Absent where all states stand where the layout puts them. */
  onTidy?: () => void;
  /** Absent where nothing was tidied up. */
  onUntidy?: () => void;
  onZoom: (by: 1 | -1) => void;
  onFit: () => void;
  /** Absent where nothing is selected. */
  onRemove?: () => void;
}> = ({ direction, onAdd, onTurn, onTidy, onUntidy, onZoom, onFit, onRemove }) => (
  <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center" wrap>
    <EuiFlexItem grow={false}>
      <EuiSmallButton iconType="plusInCircle" onClick={onAdd} data-test-subj="graphAddState">
        {i18n.translate('watchkeeper.lifecycle.graph.addStateLabel', {
          defaultMessage: 'Add a state',
        })}
      </EuiSmallButton>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonEmpty
        iconType="trash"
        color="danger"
        isDisabled={!onRemove}
        onClick={onRemove}
        data-test-subj="graphRemove"
      >
        {i18n.translate('watchkeeper.lifecycle.graph.removeLabel', {
          defaultMessage: 'Remove what is selected',
        })}
      </EuiSmallButtonEmpty>
    </EuiFlexItem>
    <EuiFlexItem />
    <EuiFlexItem grow={false}>
      {onUntidy ? (
        <EuiSmallButtonEmpty iconType="editorUndo" onClick={onUntidy} data-test-subj="graphUntidy">
          {i18n.translate('watchkeeper.lifecycle.graph.untidyLabel', {
            defaultMessage: 'Back to my places',
          })}
        </EuiSmallButtonEmpty>
      ) : (
        <EuiSmallButtonEmpty
          iconType="grid"
          isDisabled={!onTidy}
          onClick={onTidy}
          data-test-subj="graphTidy"
        >
          {i18n.translate('watchkeeper.lifecycle.graph.tidyLabel', { defaultMessage: 'Tidy up' })}
        </EuiSmallButtonEmpty>
      )}
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiSmallButtonEmpty
        iconType={direction === 'down' ? 'sortRight' : 'sortDown'}
        onClick={onTurn}
        data-test-subj="graphTurn"
      >
        {direction === 'down'
          ? i18n.translate('watchkeeper.lifecycle.graph.turnRightLabel', {
              defaultMessage: 'Left to right',
            })
          : i18n.translate('watchkeeper.lifecycle.graph.turnDownLabel', {
              defaultMessage: 'Top to bottom',
            })}
      </EuiSmallButtonEmpty>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiFlexGroup gutterSize="none" responsive={false}>
        <EuiSmallButtonIcon
          iconType="magnifyWithMinus"
          color="text"
          onClick={() => onZoom(-1)}
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.smallerLabel', {
            defaultMessage: 'Smaller',
          })}
        />
        <EuiSmallButtonIcon
          iconType="magnifyWithPlus"
          color="text"
          onClick={() => onZoom(1)}
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.largerLabel', {
            defaultMessage: 'Larger',
          })}
        />
        <EuiSmallButtonIcon
          iconType="expand"
          color="text"
          onClick={onFit}
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.fitLabel', {
            defaultMessage: 'Show all of it',
          })}
          data-test-subj="graphFit"
        />
      </EuiFlexGroup>
    </EuiFlexItem>
  </EuiFlexGroup>
);
