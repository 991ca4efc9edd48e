import React, { createContext, useContext, useMemo, useState } from 'react';
import type { Monitor } from '../../../common/monitors/monitor';
import { useBackTestSummary } from '../back_test/use_back_test_summary';
import type { BackTestSummary } from '../back_test/use_back_test_summary';

/** What the draft would have done in the last hours: asked once for every part of the editor that tells of it. */
export interface Past {
  summary: BackTestSummary;
  hours: number;
  setHours: (hours: number) => void;
}

const DEFAULT_HOURS = 6;

export const PastContext = createContext<Past>({
  summary: { status: 'idle', fired: 0, messages: 0 },
  hours: DEFAULT_HOURS,
  setHours: () => undefined,
});

export const PastProvider: React.FC<{ draft: Monitor; monitorId: string }> = ({
  draft,
  monitorId,
  children,
}) => {
  const [hours, setHours] = useState(DEFAULT_HOURS);
  const summary = useBackTestSummary(draft, hours, monitorId);
  const past = useMemo(() => ({ summary, hours, setHours }), [summary, hours]);
  return <PastContext.Provider value={past}>{children}</PastContext.Provider>;
};

export const usePast = (): Past => useContext(PastContext);
