import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexGrid, EuiFlexItem, EuiText } from '@elastic/eui';

/** Something that is known of a monitor. */
export interface Fact {
  id: string;
  label: string;
  value: ReactNode;
}

export const FactGrid: React.FC<{ facts: readonly Fact[] }> = ({ facts }) => (
  <EuiFlexGrid columns={3} gutterSize="l">
    {facts.map(({ id, label, value }) => (
      <EuiFlexItem key={id} style={{ minWidth: 0 }} data-test-subj={`monitorFact-${id}`}>
        <EuiText size="s">
          <h4>{label}</h4>
          <div className="eui-textBreakWord">{value}</div>
        </EuiText>
      </EuiFlexItem>
    ))}
  </EuiFlexGrid>
);
