import React from 'react';
import { useIsWithinBreakpoints } from '@elastic/eui';

/**
 * Beside a docked sidebar on a small screen a table scrolls sideways in its own place, instead of breaking its words
 * into letters. On phones tables show cards, which need no width.
 */
export const WideTable: React.FC<{ minWidth?: number }> = ({ minWidth = 900, children }) => {
  const showsCards = useIsWithinBreakpoints(['xs', 's']);
  return (
    <div style={{ overflowX: 'auto' }}>
      <div style={showsCards ? undefined : { minWidth }}>{children}</div>
    </div>
  );
};
