import React, { useState } from 'react';
import { EuiLink, EuiPopover, EuiPopoverTitle, EuiText } from '@elastic/eui';

/** How many use something; on request, which: the children, as items of a list. */
export const UsersPopover: React.FC<{
  /** Nothing to ask for where there is none. */
  count: number;
  text: string;
  /** What the text says, where that is short. */
  sentence?: string;
}> = ({ count, text, sentence = text, children }) => {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) {
    return (
      <EuiText size="s" color="subdued">
        {text}
      </EuiText>
    );
  }
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downLeft"
      aria-label={sentence}
      button={
        <EuiLink onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} data-test-subj="usedBy">
          {text}
        </EuiLink>
      }
    >
      <EuiPopoverTitle>{sentence}</EuiPopoverTitle>
      <EuiText size="s">
        <ul style={{ maxHeight: 260, maxWidth: 320, overflowY: 'auto' }}>{children}</ul>
      </EuiText>
    </EuiPopover>
  );
};
