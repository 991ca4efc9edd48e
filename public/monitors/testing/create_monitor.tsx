import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor, MonitorType } from '../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { API_BASE } from '../../../common/plugin';
import type { Routes } from '../../shared/testing/routes';
import { CreateMonitorPage } from '../editor/create_monitor_page';
import { destinationSample, recordSample, summarySample } from './samples';
import { showMonitors } from './show_monitors';

export const editorRoutes: Routes = {
  [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
  [`GET ${API_BASE}/indices/_suggest`]: () => ({ indices: [], aliases: [], data_streams: [] }),
  [`GET ${MONITORS_PATH}`]: () => ({
    total: 2,
    items: [
      summarySample({ id: 'm7', name: 'Pod errors' }),
      summarySample({ id: 'm8', name: 'Chain', monitor_type: 'composite_monitor' }),
    ],
  }),
};

export const write = (testId: string, text: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value: text } });
};

/** Writes a condition as a script: where it can be shown as thresholds, that is another tab. */
export const writeCondition = (source: string): void => {
  const tab = screen.queryByTestId('conditionScriptTab');
  if (tab) fireEvent.click(tab);
  write('conditionEditor', source);
};

export const chooseType = async (type: MonitorType): Promise<void> => {
  const card = screen.getByTestId(`monitorType-${type}`);
  await userEvent.click(within(card).getByRole('radio'));
};

export const writeIndex = async (pattern: string): Promise<void> => {
  await userEvent.type(within(screen.getByTestId('indicesComboBox')).getByRole('textbox'), pattern);
  await userEvent.keyboard('{Enter}');
};

/** Opens the create page at a type, and tells what is saved. */
export const createMonitor = async (type: MonitorType, routes: Routes = {}) => {
  const saved: Monitor[] = [];
  showMonitors(
    <CreateMonitorPage />,
    {
      ...editorRoutes,
      [`POST ${MONITORS_PATH}`]: ({ body }) => {
        const { monitor } = body as { monitor: Monitor };
        saved.push(monitor);
        return recordSample({ id: 'new', monitor });
      },
      ...routes,
    },
    '/create'
  );
  await chooseType(type);
  write('nameInput', 'Mine');
  const save = async (): Promise<Monitor> => {
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(saved).toHaveLength(1));
    // What is sent is right by the schema that the server asks, too.
    return monitorSchema.parse(saved[0]);
  };
  return { saved, save };
};
