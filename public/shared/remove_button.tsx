import React from 'react';
import { EuiButtonIcon } from '@elastic/eui';

/** Takes one of several things out of a form. @param label names the thing, for those who do not see the button */
export const RemoveButton: React.FC<{ label: string; mark: string; onRemove: () => void }> = ({
  label,
  mark,
  onRemove,
}) => (
  <EuiButtonIcon
    iconType="trash"
    color="danger"
    onClick={onRemove}
    aria-label={label}
    data-test-subj={mark}
  />
);
