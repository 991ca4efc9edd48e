import React from 'react';
import type { CSSProperties } from 'react';
import { useIsWithinBreakpoints } from '@elastic/eui';
import './wide_table.css';

/**
 * Beside a docked sidebar on a small screen a table scrolls sideways in its own place, instead of breaking its words
 * into letters. On phones tables show cards, which need no width. Its child is one of the library's tables.
 */
export const WideTable: React.FC<{ minWidth?: number }> = ({ minWidth = 900, children }) => {
  const showsCards = useIsWithinBreakpoints(['xs', 's']);
  const style = { '--watchkeeper-table-width': `${minWidth}px` } as CSSProperties;
  return (
    <div {...(showsCards ? {} : { style, className: 'watchkeeperWideTable' })}>{children}</div>
  );
};
