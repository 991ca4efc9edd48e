import React from 'react';

/** Beside a docked sidebar on a small screen a table scrolls sideways, instead of breaking its words into letters. */
export const WideTable: React.FC<{ minWidth: number }> = ({ minWidth, children }) => (
  <div style={{ overflowX: 'auto' }}>
    <div style={{ minWidth }}>{children}</div>
  </div>
);
