import React, { useLayoutEffect, useRef, useState } from 'react';
import { EuiPanel } from '@elastic/eui';

const HEADERS = '.euiHeader--fixed, .expHeader, #globalHeaderBars';

/** The lower edge of what the host keeps at the top of the window. */
const lowerEdge = (): number =>
  [...document.querySelectorAll(HEADERS)]
    .filter((header) => getComputedStyle(header).position === 'fixed')
    .reduce((edge, header) => Math.max(edge, header.getBoundingClientRect().bottom), 0);

/** Stays below the host's header while the page scrolls; `--watchkeeper-top` is how much it covers. */
export const StickyTop: React.FC = ({ children }) => {
  const [top, setTop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const edge = lowerEdge();
      setTop(edge);
      const covered = edge + (bar.current?.offsetHeight ?? 0);
      document.documentElement.style.setProperty('--watchkeeper-top', `${covered}px`);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return (
    <div ref={bar} style={{ position: 'sticky', top, zIndex: 900, paddingBottom: 8 }}>
      <EuiPanel paddingSize="none" style={{ padding: '0 8px' }}>
        {children}
      </EuiPanel>
    </div>
  );
};
