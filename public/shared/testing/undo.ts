import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShownToast } from './fake_host';

/** Presses the button of news that can be taken back, as the host shows it. */
export const undo = async ({ title, text }: ShownToast): Promise<void> => {
  if (typeof text !== 'function') throw new Error(`“${title}” cannot be taken back.`);
  const host = document.body.appendChild(document.createElement('div'));
  let unmount = (): void => undefined;
  act(() => {
    unmount = text(host);
  });
  await userEvent.click(await screen.findByTestId('undoButton'));
  act(() => unmount());
  host.remove();
};
