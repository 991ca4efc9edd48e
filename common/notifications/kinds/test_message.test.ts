import { testMessage } from './message_content';
import { destinationSchema, renderWire } from './registry';

const bodyTo = (saved: object, texts: { subject?: string; message?: string }): unknown =>
  JSON.parse(
    renderWire(
      destinationSchema.parse({ name: 'Ops', origin: 'https://chat.example', ...saved }),
      testMessage('test.1', texts)
    ).body ?? ''
  );

describe('a message that tries a destination', () => {
  it('shows the form of the kind, as something that is no alert', () => {
    expect(testMessage('test.1', {})).toMatchObject({
      id: 'test.1',
      severity: '5',
      facts: { event: 'test', severity: '5', own_text: false },
    });
    const body = JSON.stringify(bodyTo({ type: 'mattermost' }, {}));
    expect(body).toContain('Test message from Watchkeeper');
    expect(body).toContain('Sample trigger');
  });

  it('is what the tester writes, and nothing beside it', () => {
    const body = JSON.stringify(bodyTo({ type: 'mattermost' }, { message: 'Hello from me' }));
    expect(body).toContain('Hello from me');
    expect(body).not.toContain('Sample trigger');
  });
});
