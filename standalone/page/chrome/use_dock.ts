import { useState } from 'react';

const KEY = 'watchkeeper.sidebarDocked';

/** Whether the sidebar stands beside the page; kept in the browser. It does unless undocked. */
export function useDock(): [boolean, (isDocked: boolean) => void] {
  const [isDocked, setDocked] = useState(() => window.localStorage.getItem(KEY) !== 'false');
  return [
    isDocked,
    (next) => {
      window.localStorage.setItem(KEY, String(next));
      setDocked(next);
    },
  ];
}
