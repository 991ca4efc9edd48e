import React from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPORT_PATH } from '../../../common/import/api';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { showMonitors } from '../testing/show_monitors';
import { PasteFlyout } from './paste_flyout';

const CHECK = `POST ${IMPORT_PATH}/_check`;
const SAVE = `POST ${IMPORT_PATH}`;

const TEXT = '[{"name":"a"},{"name":"b"}]';

const show = (routes: Routes) => showMonitors(<PasteFlyout onClose={jest.fn()} />, routes);

const paste = async (): Promise<void> => {
  fireEvent.change(await screen.findByTestId('pasteText'), { target: { value: TEXT } });
  await userEvent.click(screen.getByTestId('checkPasteButton'));
};

const monitor = (key: string, name: string) => ({
  ...{ key, kind: 'monitor', name, monitor_type: 'query_level_monitor', enabled: true },
  ...{ warnings: [], problems: [] },
});

describe('pasting documents', () => {
  it('has nothing to check before there is a text', () => {
    show({});
    expect(screen.getByTestId('checkPasteButton')).toBeDisabled();
  });

  it('says where a text is no JSON, until it is changed', async () => {
    show({
      [CHECK]: () => {
        throw refusal(400, 'invalid_input', 'no', {
          problems: [{ field: 'documents', message: 'This is no JSON', line: 2, column: 5 }],
        });
      },
    });
    await paste();
    expect(await screen.findByText('Line 2, column 5: This is no JSON')).toBeInTheDocument();
    fireEvent.change(screen.getByTestId('pasteText'), { target: { value: '{}' } });
    expect(screen.queryByText('Line 2, column 5: This is no JSON')).not.toBeInTheDocument();
  });

  it('saves those chosen, disabled unless asked for', async () => {
    const asked: unknown[] = [];
    show({
      [CHECK]: () => ({ items: [monitor('0', 'One'), monitor('1', 'Two')] }),
      [SAVE]: ({ body }) => {
        asked.push(body);
        return {
          items: [
            {
              ...{ key: '1', kind: 'monitor', name: 'Two', outcome: 'created' },
              ...{ id: 'm2', enabled: false, messages: [] },
            },
          ],
        };
      },
    });
    await paste();
    await userEvent.click(await screen.findByTestId('choose-1'));
    await userEvent.click(screen.getByTestId('bringButton'));
    expect(await screen.findByText('Two')).toHaveAttribute('href', '/m2');
    expect(asked).toEqual([{ documents: TEXT, chosen: [1], existing: 'keep', enable: false }]);
  });

  it('names a document without a name by its place', async () => {
    const problems = [{ field: '', message: 'This is nothing known.' }];
    show({
      [CHECK]: () => ({
        items: [{ key: '0', kind: 'unknown', name: '', warnings: [], problems }],
      }),
    });
    await paste();
    expect(await screen.findByText('Document 1')).toBeInTheDocument();
    expect(screen.getByText('This is nothing known.')).toBeInTheDocument();
  });
});
