import React from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  TEMPLATES_PATH,
  TEMPLATE_TEXTS_PATH,
} from '../../../common/notifications/shared_templates_api';
import type { TemplateRecord } from '../../../common/notifications/shared_templates_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';

jest.mock('../../shared/code_editor', () =>
  jest.requireActual('../../monitors/testing/plain_code_editor')
);

const record = (name: string, used: TemplateRecord['used_by'] = []): TemplateRecord => ({
  id: name,
  version: 'v1',
  updated_at: '2026-11-21T09:00:00.000Z',
  template: { name, message: `{{ctx.monitor.name}} says ${name}` },
  used_by: used,
});

const SIG = record('sig', [{ type: 'monitor', id: 'm1', name: 'Errors' }]);

const open = (path: string, records: TemplateRecord[], answer?: Answer) =>
  renderPage(<DestinationsRoutes />, {
    ...{ appId: APP_IDS.destinations, path },
    answer: (request) => {
      if (request.path === TEMPLATE_TEXTS_PATH) {
        return { items: records.map(({ template }) => template) };
      }
      if (request.method.toLowerCase() === 'get' && request.path === TEMPLATES_PATH) {
        return { total: records.length, items: records };
      }
      const one = records.find(({ id }) => request.path === `${TEMPLATES_PATH}/${id}`);
      if (request.method.toLowerCase() === 'get' && one) return one;
      return answer ? answer(request) : {};
    },
  });

describe('the list of message templates', () => {
  it('says what they are for while there is none', async () => {
    open('/templates', []);
    expect(await screen.findByText('There are no message templates yet')).toBeInTheDocument();
    expect(screen.getByText(/\{\{> name\}\}/)).toBeInTheDocument();
  });

  it('shows how each is written and where it is named, and keeps those from being deleted', async () => {
    open('/templates', [SIG, record('free')]);
    expect(await screen.findByText('{{> sig}}')).toBeInTheDocument();
    expect(screen.getByLabelText('Delete sig')).toBeDisabled();
    expect(screen.getByLabelText('Delete free')).toBeEnabled();
    await userEvent.click(screen.getByText('Named in 1 place'));
    expect(await screen.findByText('Errors')).toBeInTheDocument();
  });
});

describe('the editor of a message template', () => {
  it('shows the text with a sample alert, and what includes itself or is missing', async () => {
    open('/templates/create', [SIG]);
    const text = await screen.findByTestId('templateMessage');
    fireEvent.change(text, { target: { value: 'From {{> sig}}' } });
    await waitFor(() =>
      expect(screen.getByTestId('templatePreview')).toHaveTextContent('From Checkout says sig')
    );
    fireEvent.change(text, { target: { value: '{{> gone}}' } });
    expect(await screen.findByText('There is no shared template called gone.')).toBeInTheDocument();
  });

  it('says at its field what the server refuses', async () => {
    open('/templates/create', [], () => {
      throw refusal(400, 'invalid_input', 'No', {
        problems: [{ field: 'name', message: 'Taken.' }],
      });
    });
    await userEvent.click(await screen.findByTestId('saveTemplate'));
    expect(await screen.findByText('A message is required.')).toBeInTheDocument();
    fireEvent.change(screen.getByTestId('templateName'), { target: { value: 'sig' } });
    fireEvent.change(screen.getByTestId('templateMessage'), { target: { value: 'x' } });
    await userEvent.click(screen.getByTestId('saveTemplate'));
    expect(await screen.findByText('Taken.')).toBeInTheDocument();
  });

  it('keeps the name of one that is stored', async () => {
    open('/templates/edit/sig', [SIG]);
    expect(await screen.findByTestId('templateName')).toHaveAttribute('readonly');
    expect(screen.getByTestId('templateName')).toHaveValue('sig');
  });
});
