import { inFormOf } from './built_in_texts';

describe('a built-in text', () => {
  it('is JSON where the receiver takes JSON', () => {
    const text = { subject: 'S', message: 'a "quote"' };
    expect(inFormOf('{"text": "{{ctx.alert.value}}"}', text)).toEqual({
      subject: 'S',
      message: '{"text":"a \\"quote\\""}',
    });
    expect(inFormOf('{{ctx.monitor.name}}', text)).toEqual(text);
  });
});
