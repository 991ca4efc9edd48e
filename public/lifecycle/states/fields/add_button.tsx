import React from 'react';
import { EuiSmallButtonEmpty } from '@elastic/eui';

/** Puts one more behind those that a list has. */
export const AddButton: React.FC<{
  label: string;
  mark: string;
  onAdd: () => void;
  isDisabled?: boolean;
}> = ({ label, mark, onAdd, isDisabled }) => (
  <EuiSmallButtonEmpty
    iconType="plusInCircle"
    flush="left"
    isDisabled={isDisabled}
    onClick={onAdd}
    data-test-subj={mark}
  >
    {label}
  </EuiSmallButtonEmpty>
);
