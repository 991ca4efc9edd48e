import { composeMessage } from './compose/compose_message';
import { digestOf } from './digest';
import type { Message } from './message';
import type { MessageEvent } from './message_facts';

const messageWith = (
  id: string,
  event: MessageEvent | undefined,
  changes: Partial<Message> & { url?: string } = {}
): Message => {
  const { url, ...more } = changes;
  const facts = event && {
    ...{ event, dedup_key: 'k', own_text: false, severity: '1' as const, alerts: [] },
    ...{ alert_count: 0, ...(url ? { url } : {}) },
  };
  return {
    ...{ id, monitor_id: 'm', monitor_name: 'Shop', trigger_id: 't', trigger_name: 'Errors' },
    ...{ action_id: 'a', action_name: 'Tell', destination_id: 'd', alert_ids: [id] },
    ...{ severity: '3', subject: `About ${id}`, message: 'x', period_start: 5, period_end: 9 },
    ...{ created_at: 1, rev: 1, partition: 0, status: 'sending', attempts: [] },
    next_attempt_at: 1,
    ...(facts ? { facts } : {}),
    ...more,
  };
};

describe('several messages as one', () => {
  const resolved = messageWith('over', 'resolved', { severity: '1', period_start: 1 });
  const mild = messageWith('mild', 'firing', { severity: '4' });
  const grave = messageWith('grave', 'firing', { severity: '1', period_end: 20 });

  it('lists the subject of each, the gravest first, in the tone of the worst', () => {
    const digest = digestOf('digest-1', [resolved, mild, grave]);
    expect(digest).toMatchObject({
      id: 'digest-1',
      subject: '3 messages: About grave',
      message: '- 🔴 About grave\n- 🔴 About mild\n- ✅ Recovered: About over',
      severity: '1',
      ...{ period_start: 1, period_end: 20 },
      alert_ids: ['over', 'mild', 'grave'],
      facts: { event: 'firing', own_text: true, dedup_key: 'digest-1', severity: '1' },
    });
  });

  it('is over only where all of them are', () => {
    const digest = digestOf('digest-1', [resolved, messageWith('too', 'resolved')]);
    expect(digest.facts?.event).toBe('resolved');
    expect(composeMessage(digest)).toMatchObject({
      ...{ tone: 'good', title: '2 messages: Recovered: About over' },
    });
  });

  it('links to what all of them link to, and to nothing else', () => {
    const [a, b] = ['/a', '/b'].map((url) => messageWith(url, 'firing', { url }));
    expect(digestOf('digest-1', [a, a]).facts?.url).toBe('/a');
    expect(digestOf('digest-1', [a, b]).facts).not.toHaveProperty('url');
  });

  it('names the trigger where there is no subject, and says of how many monitors it is', () => {
    const other = messageWith('x', undefined, { subject: ' ', monitor_id: 'n', severity: '5' });
    const digest = digestOf('digest-1', [grave, other]);
    expect(digest.message).toBe('- 🔴 About grave\n- ⚪ Errors');
    expect(digest.monitor_name).toBe('2 monitors');
    expect(digestOf('digest-1', [grave, mild]).monitor_name).toBe('Shop');
  });

  it('keeps each to one line of a length that can be read', () => {
    const long = messageWith('long', 'firing', { subject: `a\nb ${'x'.repeat(500)}` });
    const [line] = digestOf('digest-1', [long, mild]).message.split('\n');
    expect(line).toMatch(/^- 🔴 a b x+…$/);
    expect(line).toHaveLength(205);
  });
});
