import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { createUiSettings } from '../core/ui_settings';
import { LoginError, logIn } from './log_in';
import type { LoginInput } from './log_in';
import { LoginPage } from './login_page';

const answer = (status: number, body: object): Response =>
  ({ ok: status < 400, status, statusText: '', json: async () => body }) as Response;

describe('the login page', () => {
  const show = (send: (input: LoginInput) => Promise<void>) =>
    render(<LoginPage uiSettings={createUiSettings()} logIn={send} />);
  const username = () => screen.getByLabelText('Username');
  const password = () => screen.getByLabelText('Password');

  it('sends name and password at the enter key', async () => {
    const sent: LoginInput[] = [];
    show(async (input) => void sent.push(input));
    await userEvent.type(username(), 'ops');
    await userEvent.type(password(), 'secret{Enter}');
    expect(sent).toEqual([{ username: 'ops', password: 'secret' }]);
  });

  it('says why it did not work, and keeps the name alone', async () => {
    show(() => Promise.reject(new LoginError('Too many failed attempts.')));
    await userEvent.type(username(), 'ops');
    await userEvent.type(password(), 'wrong{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Too many failed attempts.')
    );
    expect(username()).toHaveValue('ops');
    expect(password()).toHaveValue('');
  });

  it('asks for what is missing without sending anything', async () => {
    const send = jest.fn();
    show(send);
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    expect(screen.getByRole('alert').textContent).toContain('your name and your password');
    expect(send).not.toHaveBeenCalled();
  });
});

describe('logIn', () => {
  const INPUT = { username: 'ops', password: 'x' };
  const fetched = jest.fn();
  beforeEach(() => {
    fetched.mockReset();
    window.fetch = fetched;
    window.history.replaceState({}, '', '/base/login?next=%2Fbase%2Fapp%2Fx');
  });

  it('asks for the page that was wanted, with the header that other sites cannot send', async () => {
    fetched.mockResolvedValue(answer(200, { next: '/base/app/x' }));
    expect(await logIn('/base', '1.0.0', INPUT)).toBe('/base/app/x');
    const [url, { body, headers }] = fetched.mock.calls[0];
    expect(url).toBe('/base/login');
    expect(JSON.parse(body)).toEqual({ ...INPUT, next: '/base/app/x' });
    expect(headers).toHaveProperty('osd-xsrf');
  });

  it("rejects with the host's own words, or says that it does not answer", async () => {
    fetched.mockResolvedValue(answer(401, { message: 'The name or the password is wrong.' }));
    await expect(logIn('', '1.0.0', INPUT)).rejects.toThrow('The name or the password is wrong.');
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(logIn('', '1.0.0', INPUT)).rejects.toThrow('The host does not answer');
  });
});
