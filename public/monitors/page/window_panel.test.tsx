import React from 'react';
import { screen } from '@testing-library/react';
import type { WindowsAnswer } from '../../../common/monitors/windows';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { showMonitors } from '../testing/show_monitors';
import { WindowPanel } from './window_panel';

const END = 1_700_000_000_000;

const show = (answer: Partial<WindowsAnswer>) =>
  showMonitors(<WindowPanel id="m1" />, {
    [`GET ${MONITORS_PATH}/m1/windows`]: () => ({
      gaps: [],
      more: false,
      window_end: END,
      failures: 0,
      ...answer,
    }),
  });

describe('WindowPanel', () => {
  it('says that nothing was left out, and how the newest document stands to the last window', async () => {
    show({ watermark: { field: '@timestamp', newest: END - 90_000, now: END + 5000 } });
    expect(await screen.findByTestId('noGaps')).toBeTruthy();
    expect(screen.getByTestId('watermark').textContent).toContain('before the end');
  });

  it('lists each stretch that was left out', async () => {
    show({ gaps: [{ window: { start: END - 600_000, end: END - 300_000 }, missed: 5, at: END }] });
    const table = await screen.findByTestId('gapsTable');
    expect(table.textContent).toContain('5');
  });

  it('says that the last runs failed, and why the data cannot be looked at', async () => {
    show({ failures: 4, no_watermark: 'No permission.' });
    expect((await screen.findByTestId('failingRuns')).textContent).toContain('4 runs failed');
    expect(screen.getByTestId('watermark').textContent).toContain('No permission.');
  });
});
