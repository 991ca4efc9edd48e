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
import type { Placing } from './use_placing';
import type { Zoom } from './use_zoom';

/** What can be done with the graph as a whole. */
export const GraphToolbar: React.FC<{
  direction: Direction;
  placing: Pick<Placing, 'tidy' | 'untidy'>;
  zoom: Zoom;
  scale: number;
  onAdd: () => void;
  onTurn: () => void;
}> = ({ direction, placing: { tidy, untidy }, zoom, scale, onAdd, onTurn }) => (
  <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center" wrap>
    <EuiFlexItem grow={false}>
      <EuiSmallButton iconType="plusInCircle" onClick={onAdd} data-test-subj="graphAddState">
        {i18n.translate('watchkeeper.lifecycle.graph.addStateLabel', {
          defaultMessage: 'Add a state',
        })}
      </EuiSmallButton>
    </EuiFlexItem>
    <EuiFlexItem />
    <EuiFlexItem grow={false}>
      {untidy ? (
        <EuiSmallButtonEmpty iconType="editorUndo" onClick={untidy} data-test-subj="graphUntidy">
          {i18n.translate('watchkeeper.lifecycle.graph.untidyLabel', {
            defaultMessage: 'Back to my places',
          })}
        </EuiSmallButtonEmpty>
      ) : (
        <EuiSmallButtonEmpty
          iconType="grid"
          isDisabled={!tidy}
          onClick={tidy}
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
      <EuiFlexGroup gutterSize="none" responsive={false} alignItems="center">
        <EuiSmallButtonIcon
          iconType="magnifyWithMinus"
          color="text"
          onClick={() => zoom.step(-1)}
          data-test-subj="graphSmaller"
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.smallerLabel', {
            defaultMessage: 'Smaller',
          })}
        />
        <EuiSmallButtonEmpty
          color="text"
          onClick={zoom.reset}
          title={i18n.translate('watchkeeper.lifecycle.graph.actualSizeLabel', {
            defaultMessage: 'Back to 100 percent',
          })}
          data-test-subj="graphScale"
        >
          {i18n.translate('watchkeeper.lifecycle.graph.scaleText', {
            defaultMessage: '{percent}%',
            values: { percent: Math.round(scale * 100) },
          })}
        </EuiSmallButtonEmpty>
        <EuiSmallButtonIcon
          iconType="magnifyWithPlus"
          color="text"
          onClick={() => zoom.step(1)}
          data-test-subj="graphLarger"
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.largerLabel', {
            defaultMessage: 'Larger',
          })}
        />
        <EuiSmallButtonIcon
          iconType="expand"
          color="text"
          onClick={zoom.fit}
          aria-label={i18n.translate('watchkeeper.lifecycle.graph.fitLabel', {
            defaultMessage: 'Show all of it',
          })}
          data-test-subj="graphFit"
        />
      </EuiFlexGroup>
    </EuiFlexItem>
  </EuiFlexGroup>
);
