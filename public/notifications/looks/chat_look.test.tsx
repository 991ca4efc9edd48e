import React from 'react';
import { configure, render, screen, within } from '@testing-library/react';
import { parseInput } from '../../../common/parse';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { describeDestination } from '../../../common/notifications/kinds/destination_secrets';
import { saveDestinationSchema } from '../../../common/notifications/kinds/registry';
import type { SaveDestination } from '../../../common/notifications/kinds/registry';
import { CHAT_FORMS } from '../../../common/notifications/kinds/testing/chat_recordings';
import { MessageLook } from './message_look';

configure({ testIdAttribute: 'data-test-subj' });

const destinationOf = (form: SaveDestination) => {
  const parsed = parseInput(saveDestinationSchema, form);
  return describeDestination(parsed, parsed.secrets);
};

const ROWS = [...new Map(CHAT_FORMS.map((form) => [form.type, form]))];

describe.each(ROWS)('a message as %s shows it', (type, form) => {
  const show = (content: ReturnType<typeof sampleMessage>) => {
    render(<MessageLook destination={destinationOf(form)} content={content} />);
    return screen.getByTestId(`messageLook-${type}`);
  };

  it('has title, text, fields and links, as they are in the body', () => {
    const look = show(sampleMessage('firing'));
    expect(look).toHaveTextContent('Firing: Errors are high (web-1)');
    expect(look).toHaveTextContent(/Severity\s?:?\s*1 \(highest\)/);
    const targets = within(look)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(targets).toContain('https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0');
    expect(targets).toContain('https://wiki.example.com/checkout');
    expect(look).not.toHaveTextContent(/\*\*|&#\d|<b>|\\/);
  });

  it('takes nothing of it for HTML', () => {
    const look = show(
      sampleMessage('firing', { ownText: '<img src=x onerror=alert(1)> [a](javascript:b)' })
    );
    expect(look.querySelector('img')).toBeNull();
    for (const link of within(look).queryAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^https?:/);
    }
  });
});

describe('a message as SNS delivers it', () => {
  it('comes from AWS, and from no app of a chat', () => {
    const sns = destinationOf({
      ...{ type: 'sns', name: 'Topic', target: 'arn:aws:sns:eu-central-1:123456789012:alerts' },
      secrets: { access_key_id: 'AKIDEXAMPLE', secret_access_key: 'example' },
    });
    render(<MessageLook destination={sns} content={sampleMessage('firing')} />);
    expect(screen.getByTestId('messageLook-sns')).toHaveTextContent(/AWS Notifications(?!.*APP)/);
  });
});

describe('the edge of a card', () => {
  it('has the colour of the severity while it fires, and another once that is over', () => {
    const form: SaveDestination = {
      ...{ type: 'slack', name: 'Ops', secrets: { url: 'https://hooks.example/x' } },
    };
    const colorOf = (event: 'firing' | 'resolved') => {
      const { container, unmount } = render(
        <MessageLook destination={destinationOf(form)} content={sampleMessage(event)} />
      );
      const card = container.querySelector<HTMLElement>('.watchkeeperCard');
      const color = card?.style.borderLeftColor;
      unmount();
      return color;
    };
    expect(colorOf('firing')).toBe('#bd271e');
    expect(colorOf('resolved')).toBe('#017d73');
  });
});
