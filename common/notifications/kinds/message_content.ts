import type { MessageFacts } from '../message_facts';

/** What is said, apart from how a kind puts it. A test message has no monitor behind it. */
export interface MessageContent {
  /** The message's id, which is also its idempotency key. */
  id: string;
  subject: string;
  message: string;
  /** What a kind makes a message of its own form from. Absent in messages of older versions. */
  facts?: MessageFacts;
  severity?: string;
  monitor_id?: string;
  monitor_name?: string;
  trigger_id?: string;
  trigger_name?: string;
  alert_ids?: readonly string[];
  /** Epoch milliseconds. */
  period_start?: number;
  period_end?: number;
  created_at?: number;
}

/** For previews, checks and tests: everything that a real message has. */
export const SAMPLE_CONTENT: MessageContent = {
  id: 'sample',
  subject: 'Test message from Watchkeeper',
  message: 'This destination works: somebody has just tried it.',
  severity: '1',
  monitor_id: 'sample-monitor',
  monitor_name: 'Sample monitor',
  trigger_id: 'sample-trigger',
  trigger_name: 'Sample trigger',
  alert_ids: ['sample-alert'],
  period_start: Date.UTC(2026, 0, 1, 0, 0),
  period_end: Date.UTC(2026, 0, 1, 0, 1),
};

/** No receiver should take it for something that happened. */
const TEST_FACTS: Omit<MessageFacts, 'own_text'> = {
  event: 'test',
  dedup_key: 'watchkeeper-test',
  severity: '5',
  alerts: [],
  alert_count: 0,
};

/** What the tester writes for it. */
export interface TestTexts {
  subject?: string;
  message?: string;
}

/** By which somebody tries a destination. Without a message of the tester's it has the form that the kind gives to ours. */
export const testMessage = (id: string, texts: TestTexts): MessageContent => {
  const { subject = SAMPLE_CONTENT.subject, message = SAMPLE_CONTENT.message } = texts;
  const facts = { ...TEST_FACTS, own_text: texts.message !== undefined };
  return { ...SAMPLE_CONTENT, id, subject, message, severity: facts.severity, facts };
};

/** Closes the incident that a test message has opened: the same, and over. */
export const testEnd = (test: MessageContent): MessageContent => ({
  ...test,
  id: `${test.id}.end`,
  message: 'The test is over.',
  facts: { ...TEST_FACTS, own_text: true, says_event: true, event: 'resolved' },
});
