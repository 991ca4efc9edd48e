import React from 'react';
import { configure, render, screen } from '@testing-library/react';
import type { Destination } from '../../../common/notifications/destination';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { MessageLook } from './message_look';

configure({ testIdAttribute: 'data-test-subj' });

const MAIL: Extract<Destination, { type: 'email' }> = {
  ...{ type: 'email', name: 'Mail', origin: 'smtp+starttls://smtp.example.com:587' },
  ...{ host: 'smtp.example.com', port: 587, security: 'starttls', threading: 'alert' },
  ...{ from: 'Watchkeeper <alerts@example.com>', to: ['Jane <jane@example.com>', 'b@example.com'] },
  format: 'html',
};

const show = (more: Partial<typeof MAIL> = {}, ownText?: string) =>
  render(
    <MessageLook
      destination={{ ...MAIL, ...more }}
      content={{ ...sampleMessage('firing', { ownText }), alert_ids: [] }}
    />
  );

describe('a message as a mail program shows it', () => {
  it('has its head, and its HTML in a frame in which nothing can run', () => {
    show();
    const look = screen.getByTestId('messageLook-email');
    expect(look).toHaveTextContent('Firing: Errors are high (web-1)');
    expect(look).toHaveTextContent('Jane <jane@example.com>, b@example.com');
    const frame = screen.getByTestId('mailFrame');
    expect(frame).toHaveAttribute('sandbox', '');
    expect(frame.getAttribute('srcdoc')).toContain("default-src 'none'");
    expect(frame.getAttribute('srcdoc')).toContain('Errors are high of monitor Checkout');
  });

  it('is shown in the dark where the pages are dark', () => {
    Object.assign(window, { __osdThemeTag__: 'v8dark' });
    show();
    expect(screen.getByTestId('mailFrame').getAttribute('srcdoc')).toContain('(min-width: 0px)');
    Object.assign(window, { __osdThemeTag__: 'v8light' });
  });

  it('is text alone where it has no HTML', () => {
    show({ format: 'text' }, 'Look <b>here</b>');
    expect(screen.getByTestId('mailText')).toHaveTextContent('Look <b>here</b>');
    expect(screen.queryByTestId('mailView-light')).not.toBeInTheDocument();
  });

  it('says that images of others are not loaded, and why a template fails', () => {
    const { unmount } = show({ template: '<img src="https://x.test/logo.png">' });
    expect(screen.getByTestId('lookNote')).toHaveTextContent('Images of other servers');
    unmount();
    show({ template: '{{#a}}' });
    expect(screen.getByTestId('messageLook-email')).toHaveTextContent('a');
    expect(screen.queryByTestId('mailFrame')).not.toBeInTheDocument();
  });
});
