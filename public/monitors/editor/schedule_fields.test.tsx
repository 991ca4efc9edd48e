import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { Monitor, QueryLevelMonitor, Schedule } from '../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { API_BASE } from '../../../common/plugin';
import { monitorSample, recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { EditMonitorPage } from './edit_monitor_page';

// The editor itself needs a layout, which jsdom has not.
jest.mock('../../shared/code_editor', () => ({ CodeEditor: () => null }));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const open = async (schedule: Schedule, changes: Partial<QueryLevelMonitor> = {}) => {
  const saved: Monitor[] = [];
  showMonitors(<EditMonitorPage id="m1" />, {
    [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 0, items: [] }),
    [`GET ${API_BASE}/indices/_suggest`]: () => ({ indices: [], aliases: [], data_streams: [] }),
    [`GET ${MONITORS_PATH}/m1`]: () =>
      recordSample({ monitor: monitorSample({ schedule, ...changes }) }),
    [`PUT ${MONITORS_PATH}/m1`]: ({ body }) => {
      const { monitor } = body as { monitor: Monitor };
      saved.push(monitor);
      return recordSample({ version: 'v2', monitor });
    },
  });
  await screen.findByTestId('frequencySelect');
  const save = async (): Promise<Monitor> => {
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(saved).toHaveLength(1));
    return saved[0];
  };
  return { saved, save };
};

const cron = (expression: string, timezone = 'Asia/Seoul'): Schedule => ({
  cron: { expression, timezone },
});

const choose = (testId: string, value: string): Promise<void> =>
  userEvent.selectOptions(screen.getByTestId(testId), value);

const write = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

describe('the schedule in the editor', () => {
  it.each([
    [cron('5 9 * * *'), 'daily', 'timeOfDayInput'],
    [cron('5 9 * * MON-FRI'), 'weekly', 'daysOfWeek'],
    [cron('5 9 31 * *'), 'monthly', 'dayOfMonthSelect'],
    [cron('*/7 9-18 1,15 * 1'), 'custom', 'cronInput'],
    [{ period: { interval: 3, unit: 'HOURS' } } as Schedule, 'interval', 'intervalInput'],
  ])('opens %p as %s', async (schedule, frequency, field) => {
    await open(schedule);
    expect(screen.getByTestId('frequencySelect')).toHaveValue(frequency);
    expect(screen.getByTestId(field)).toBeInTheDocument();
  });

  it('keeps an expression as it was written until its fields are changed', async () => {
    const { save } = await open(cron('5 9 * * MON-FRI'), { ui_metadata: { schedule: { x: [1] } } });
    write('nameInput', 'Another name');
    const monitor = await save();
    expect(monitor.schedule).toEqual(cron('5 9 * * MON-FRI'));
    expect(monitor.ui_metadata).toEqual({ schedule: { x: [1] } });
  });

  it('makes a daily schedule of an interval, in the zone of the user', async () => {
    const { save } = await open({ period: { interval: 1, unit: 'MINUTES' } });
    await choose('frequencySelect', 'daily');
    write('timeOfDayInput', '18:45');
    const { schedule } = await save();
    expect(schedule).toEqual({
      cron: {
        expression: '45 18 * * *',
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
  });

  it('keeps time and zone from one form to the next, and the interval to come back to', async () => {
    await open(cron('5 9 31 * *'));
    await choose('frequencySelect', 'weekly');
    expect(screen.getByTestId('timeOfDayInput')).toHaveValue('09:05');
    await choose('frequencySelect', 'custom');
    expect(screen.getByTestId('cronInput')).toHaveValue('5 9 * * 1');
    await choose('frequencySelect', 'interval');
    write('intervalInput', '42');
    await choose('frequencySelect', 'daily');
    expect(screen.getByTestId('field-schedule.cron.timezone')).toHaveTextContent('Asia/Seoul');
    await choose('frequencySelect', 'interval');
    expect(screen.getByTestId('intervalInput')).toHaveValue(42);
  });

  it('has at least one day in a week', async () => {
    const { save } = await open(cron('0 9 * * 1'));
    const days = within(screen.getByTestId('daysOfWeek'));
    await userEvent.click(days.getByText('Mon'));
    await userEvent.click(days.getByText('Sun'));
    expect((await save()).schedule).toEqual(cron('0 9 * * 0,1'));
  });

  it('shows the next five runs by the clock of their zone', async () => {
    await open(cron('30 9 * * *'));
    const runs = within(screen.getByTestId('nextRuns')).getAllByRole('listitem');
    expect(runs).toHaveLength(5);
    for (const run of runs) expect(run).toHaveTextContent(/09:30.*GMT\+9/);
    await choose('frequencySelect', 'custom');
    write('cronInput', '15 22 * * *');
    expect(screen.getByTestId('nextRuns')).toHaveTextContent('22:15');
  });

  it('says at once what is wrong with a schedule, and at its field when it is saved', async () => {
    const { saved } = await open(cron('*/7 * * * *'));
    write('cronInput', '61 * * *');
    expect(screen.getByTestId('scheduleFaults')).toHaveTextContent('five parts');
    expect(screen.queryByTestId('nextRuns')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    expect(screen.getByTestId('field-schedule.cron.expression')).toHaveTextContent('five parts');
    expect(screen.getByTestId('scheduleFaults')).toHaveTextContent(/^$/);
    expect(saved).toEqual([]);
  });

  it('refuses a zone that does not exist, and an interval of nothing', async () => {
    await open(cron('0 9 * * *'));
    const zone = within(screen.getByTestId('timeZoneComboBox')).getByRole('textbox');
    await userEvent.type(zone, 'Mars/Base{Enter}');
    expect(screen.getByTestId('scheduleFaults')).toHaveTextContent('no such time zone');
    await choose('frequencySelect', 'interval');
    write('intervalInput', '0');
    expect(screen.getByTestId('scheduleFaults')).toHaveTextContent('at least 1');
  });
});
