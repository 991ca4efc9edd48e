import React from 'react';
import { configure, render, screen } from '@testing-library/react';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import type { Destination } from '../../../common/notifications/destination';
import type { MessageEvent } from '../../../common/notifications/message_facts';
import { MessageLook } from './message_look';

configure({ testIdAttribute: 'data-test-subj' });

const AT = Date.UTC(2026, 0, 1);
const PAGERDUTY: Destination = {
  ...{ type: 'pagerduty', name: 'On call', origin: 'https://events.pagerduty.com', region: 'us' },
};
const OPSGENIE: Destination = {
  ...{ type: 'opsgenie', name: 'On call', origin: 'https://api.opsgenie.com', region: 'us' },
};
const INDEX: Destination = { type: 'index', name: 'Record', origin: 'cluster', index: 'a-%Y' };
const ALERTMANAGER: Destination = {
  ...{ type: 'alertmanager', name: 'AM', origin: 'http://am:9093', keep_minutes: 60 },
  urls: ['http://am:9093'],
};

const show = (destination: Destination, event: MessageEvent) =>
  render(
    <MessageLook destination={destination} content={{ ...sampleMessage(event), created_at: AT }} />
  );

describe('an incident as PagerDuty and Opsgenie show it', () => {
  it.each([PAGERDUTY, OPSGENIE])('is opened, acknowledged and resolved: $type', (destination) => {
    const { unmount } = show(destination, 'firing');
    const look = screen.getByTestId(`messageLook-${destination.type}`);
    expect(look).toHaveTextContent('Opens the incident');
    expect(look).toHaveTextContent('Firing: Errors are high (web-1)');
    expect(look).toHaveTextContent('checkout');
    unmount();
    const second = show(destination, 'acknowledged');
    expect(second.container).toHaveTextContent('Acknowledges the incident');
    expect(second.container).toHaveTextContent('jane');
    second.unmount();
    const third = show(destination, 'resolved');
    expect(third.container).toHaveTextContent('Resolves the incident');
  });

  it('has its level in the receiver’s words, and links', () => {
    show(PAGERDUTY, 'firing');
    expect(screen.getByText('critical')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Runbook/ })).toHaveAttribute(
      'href',
      'https://wiki.example.com/checkout'
    );
  });
});

describe('what goes to a machine', () => {
  it('is shown as data, and where it goes', () => {
    const { unmount } = show(INDEX, 'firing');
    expect(screen.getByTestId('messageLook-index')).toHaveTextContent('A document in a-2026');
    expect(screen.getByTestId('lookJson')).toHaveTextContent('"dedup_key": "a-sample-of-an-alert"');
    unmount();
    show(ALERTMANAGER, 'firing');
    expect(screen.getByTestId('messageLook-alertmanager')).toHaveTextContent(
      'http://am:9093/api/v2/alerts'
    );
    expect(screen.getByTestId('lookJson')).toHaveTextContent('"alertname": "Errors are high"');
  });
});
