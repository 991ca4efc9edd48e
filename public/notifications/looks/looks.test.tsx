import React from 'react';
import { configure, render, screen, within } from '@testing-library/react';

import { SAMPLE_CONTENT } from '../../../common/notifications/destination';
import type { Destination, MessageContent } from '../../../common/notifications/destination';
import { MessageLook } from './message_look';

configure({ testIdAttribute: 'data-test-subj' });

const SLACK: Destination = { type: 'slack', name: 'Ops', origin: 'https://hooks.slack.com' };
const WEBHOOK: Destination = {
  ...{ type: 'webhook', name: 'Hook', origin: 'https://in.example.com', method: 'PUT' },
  header_names: ['Authorization'],
};

const show = (destination: Destination, content: Partial<MessageContent>) =>
  render(<MessageLook destination={destination} content={{ ...SAMPLE_CONTENT, ...content }} />);

describe('a message as Slack shows it', () => {
  it('has its subject, bold, quotes and links', () => {
    show(SLACK, { subject: 'Subject', message: '*bold*\n> quote\n<https://a.test|link> `code`' });
    const look = screen.getByTestId('messageLook-slack');
    expect(look).toHaveTextContent('Subject');
    expect(within(look).getByText('bold').tagName).toBe('STRONG');
    expect(within(look).getByText('quote').closest('blockquote')).not.toBeNull();
    expect(within(look).getByText('code').tagName).toBe('CODE');
    expect(screen.getByRole('link', { name: /link/ })).toHaveAttribute('href', 'https://a.test');
  });

  it('takes nothing of the message for HTML, and links nothing but the web', () => {
    const message = '<img src=x onerror=alert(1)> <script>x</script> <javascript:alert(1)|click>';
    const { container } = show(SLACK, { message });
    expect(container.querySelector('img, script, a')).toBeNull();
    expect(container).toHaveTextContent('<img src=x onerror=alert(1)>');
  });
});

describe('a message as a webhook gets it', () => {
  it('is a request, without what is secret', () => {
    show({ ...WEBHOOK, body: '{"text":"{{message}}"}' }, { message: 'a "b"' });
    const look = screen.getByTestId('messageLook-webhook');
    expect(look).toHaveTextContent('PUT https://in.example.com/…');
    expect(look).toHaveTextContent('Authorization: ••••••');
    expect(look).toHaveTextContent('content-type: application/json');
    expect(look).toHaveTextContent('X-Watchkeeper-Message-Id: sample');
    expect(screen.getByTestId('webhookBody')).toHaveTextContent('{"text":"a \\"b\\""}');
    expect(screen.queryByTestId('bodyWarning')).not.toBeInTheDocument();
  });

  it('says that a body goes out as JSON and is none', () => {
    show({ ...WEBHOOK, body: '{"text":{{{message}}}}' }, { message: 'bare' });
    expect(screen.getByTestId('bodyWarning')).toHaveTextContent('line 1, column');
  });

  it('says that GET carries no body', () => {
    show({ ...WEBHOOK, method: 'GET' }, {});
    expect(screen.getByTestId('lookNote')).toHaveTextContent('GET carries no body');
    expect(screen.queryByTestId('webhookBody')).not.toBeInTheDocument();
  });
});
