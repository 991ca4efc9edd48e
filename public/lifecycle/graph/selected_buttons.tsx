import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty } from '@elastic/eui';
import type { GraphActs } from './use_graph_acts';

const Act: React.FC<{
  icon: string;
  act: (() => void) | undefined;
  mark: string;
  color?: 'danger';
  title?: string;
}> = ({ icon, act, mark, color, title, children }) => (
  <EuiFlexItem grow={false}>
    <EuiSmallButtonEmpty
      iconType={icon}
      color={color ?? 'primary'}
      isDisabled={!act}
      onClick={act}
      title={title}
      data-test-subj={mark}
    >
      {children}
    </EuiSmallButtonEmpty>
  </EuiFlexItem>
);

/** What can be done with the state or the transition that is selected. All stand there always, so that nothing jumps. */
export const SelectedButtons: React.FC<{ acts: GraphActs }> = ({
  acts: { insert, reverse, duplicate, remove },
}) => (
  <EuiFlexGroup gutterSize="xs" responsive={false} alignItems="center" wrap>
    <Act
      icon="plusInCircle"
      act={insert}
      mark="graphInsert"
      title={i18n.translate('watchkeeper.lifecycle.graph.insertTitle', {
        defaultMessage: 'A state on the transition that is selected',
      })}
    >
      {i18n.translate('watchkeeper.lifecycle.graph.insertLabel', {
        defaultMessage: 'Insert a state here',
      })}
    </Act>
    <Act
      icon="merge"
      act={reverse}
      mark="graphReverse"
      title={i18n.translate('watchkeeper.lifecycle.graph.reverseTitle', {
        defaultMessage: 'The transition that is selected leads back',
      })}
    >
      {i18n.translate('watchkeeper.lifecycle.graph.reverseLabel', { defaultMessage: 'Reverse' })}
    </Act>
    <Act
      icon="copy"
      act={duplicate}
      mark="graphDuplicate"
      title={i18n.translate('watchkeeper.lifecycle.graph.duplicateTitle', {
        defaultMessage: 'A copy of the state that is selected',
      })}
    >
      {i18n.translate('watchkeeper.lifecycle.graph.duplicateLabel', {
        defaultMessage: 'Duplicate',
      })}
    </Act>
    <Act icon="trash" act={remove} mark="graphRemove" color="danger">
      {i18n.translate('watchkeeper.lifecycle.graph.removeLabel', {
        defaultMessage: 'Remove what is selected',
      })}
    </Act>
  </EuiFlexGroup>
);
