import type { AlertEvent } from '../../../common/alerts/alert';
import { sampleAlert, sampleMessage } from '../sample_alerts';
import { eventText } from './event_words';
import { storyOf } from './story';

const event = (id: string, at: number): AlertEvent => ({
  id,
  alert_id: 'm1.1.0',
  monitor_id: 'm1',
  trigger_id: 't1',
  at,
  from: null,
  to: 'active',
  rev: 1,
});

describe("an alert's story", () => {
  it('tells events and messages in the order in which they happened', () => {
    const story = storyOf({
      alert: sampleAlert(),
      events: [event('late', 30), event('early', 10)],
      messages: [sampleMessage({ id: 'between', created_at: 20 })],
    });
    expect(story.map(({ id }) => id)).toEqual(['early', 'between', 'late']);
  });

  it('tells the cause before the message that it sent at the same instant', () => {
    const story = storyOf({
      alert: sampleAlert(),
      events: [event('opened', 10)],
      messages: [sampleMessage({ id: 'sent', created_at: 10 })],
    });
    expect(story.map(({ id }) => id)).toEqual(['opened', 'sent']);
  });

  it('tells the end of an error from the end of a condition', () => {
    expect(eventText({ from: 'error', to: 'completed' })).toContain('the error is gone');
    expect(eventText({ from: 'active', to: 'completed' })).toContain('no longer true');
  });
});
