import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { Monitor } from '../../../common/monitors/monitor';
import { useUrlState } from '../../shared/url_state';
import { HistoryPanel } from './history/history_panel';
import { RunSearchPanel } from './run_search/run_search_panel';

const DEFAULTS = { at: 0 };

/** How the monitor was, and why: an instant of the chart can be asked about. */
export const PastSection: React.FC<{ id: string; monitor: Monitor }> = ({ id, monitor }) => {
  const [{ at }, change] = useUrlState(DEFAULTS);
  const ask = (instant: number) => change({ at: instant });
  return (
    <>
      <HistoryPanel id={id} monitor={monitor} onPick={ask} />
      <EuiSpacer size="m" />
      {/* Asked anew from the chart, what was typed before counts no more. */}
      <RunSearchPanel key={at} id={id} monitor={monitor} instant={at} onAsk={ask} />
    </>
  );
};
