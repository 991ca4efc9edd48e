import React from 'react';
import { EuiText } from '@elastic/eui';

/** What was changed so that the receiver takes it, and what it may not like. */
export const LookNotes: React.FC<{ notes: readonly string[] }> = ({ notes }) => (
  <>
    {notes.map((note) => (
      <EuiText key={note} size="xs" color="subdued" data-test-subj="lookNote">
        {note}
      </EuiText>
    ))}
  </>
);
