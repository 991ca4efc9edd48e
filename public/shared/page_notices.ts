import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';

/** What rooms say above every page, whichever it is of. Handed in by the application; absent where nobody did. */
export const PageNoticesContext = createContext<ComponentType | null>(null);

export const usePageNotices = (): ComponentType | null => useContext(PageNoticesContext);
