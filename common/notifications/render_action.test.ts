import { parseLossless } from '../json/lossless';
import { renderAction } from './render_action';

const CTX = parseLossless('{"text": "a \\"quoted\\"\\nline", "n": 1.0}') as Record<string, unknown>;

const message = (source: string): string =>
  renderAction({ message_template: { source, lang: 'mustache' } }, CTX).message;

describe('renderAction', () => {
  it.each([
    ['{"text": "{{ctx.text}}", "n": {{ctx.n}}}', { text: 'a "quoted"\nline', n: 1 }],
    ['\n [ { "text": "{{ctx.text}}" } ]\n', [{ text: 'a "quoted"\nline' }]],
    ['["{{ctx.text}}"]', ['a "quoted"\nline']],
  ])('keeps a message that is JSON what it is: %j', (source, expected) => {
    expect(JSON.parse(message(source))).toEqual(expected);
  });

  it.each(['{{ctx.text}}', '[ERROR] {{ctx.text}}', '[{{ctx.text}}]', 'text: {{ctx.text}}'])(
    'leaves values in a text as they are: %j',
    (source) => {
      expect(message(source)).toBe(source.replace('{{ctx.text}}', 'a "quoted"\nline'));
    }
  );

  it('never escapes a subject', () => {
    const subject_template = { source: '{ {{ctx.text}} }', lang: 'mustache' as const };
    const message_template = { source: '', lang: 'mustache' as const };
    expect(renderAction({ subject_template, message_template }, CTX).subject).toBe(
      '{ a "quoted"\nline }'
    );
  });
});
