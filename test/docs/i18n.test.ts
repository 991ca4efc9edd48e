import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf } from '../../scripts/i18n/compare.mjs';
import { messagesIn, messagesOf } from '../../scripts/i18n/messages.mjs';
import { PROJECT } from './files';

describe('npm run i18n -- --check', () => {
  it('finds every text of the source translated', () => {
    const script = join(PROJECT, 'scripts', 'i18n.mjs');
    const printed = execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(printed).toBe('Every text is translated.\n');
  });
});

describe('the texts of the source', () => {
  it('are found in calls and in elements', () => {
    const { messages } = messagesOf(
      'a.tsx',
      `i18n.translate('a.title', { defaultMessage: 'Title', values: { n: 1 } });
       const b = <FormattedMessage id="b.text" defaultMessage={'Text of ' + \`{n}\`} />;
       const c = <FormattedMessage id="c.text" defaultMessage={\`Text of {n}\`} />;`
    );
    expect(messages).toEqual([
      { id: 'a.title', text: 'Title', place: 'a.tsx:1' },
      { id: 'c.text', text: 'Text of {n}', place: 'a.tsx:3' },
    ]);
  });

  it('must be literals', () => {
    const { problems } = messagesOf(
      'a.ts',
      "i18n.translate(`a.${kind}`, { defaultMessage: 'A' });"
    );
    expect(problems).toEqual(['a.ts:1: the id and the default message must be literals.']);
  });

  it('must be the same wherever an id stands', () => {
    const root = mkdtempSync(join(tmpdir(), 'texts-'));
    mkdirSync(join(root, 'public'));
    const call = (text: string) => `i18n.translate('a.title', { defaultMessage: '${text}' });`;
    writeFileSync(join(root, 'public', 'a.ts'), call('Title') + call('Title'));
    expect(messagesIn(root, ['public']).problems).toEqual([]);
    writeFileSync(join(root, 'public', 'b.ts'), call('Another title'));
    expect(messagesIn(root, ['public']).problems).toEqual([
      'public/b.ts:1: a.title has another text at public/a.ts:1.',
    ]);
  });
});

describe('a translation', () => {
  const messages = { 'a.count': '{count, plural, one {# alert} other {# alerts}} of {name}' };

  it('fits when it takes the same values', () => {
    const translated = { 'a.count': '{name}: {count, plural, other {알림 #개}}' };
    expect(problemsOf(messages, translated, 'ko-KR')).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['lacks a text', {}, /a\.count is missing/],
    ['is empty', { 'a.count': ' ' }, /is empty/],
    ['has another value', { 'a.count': '{count, plural, other {#}} {nom}' }, /takes .*\{nom\}/],
    ['takes a plural for a text', { 'a.count': '{count} {name}' }, /\{count\} as value/],
    ['is no message', { 'a.count': '{count, plural} {name}' }, /is no message/],
    ['escapes a brace', { 'a.count': "'{'{name}{count, plural, other {#}}" }, /escapes/],
  ])('does not fit when it %s', (_why, translated, problem) => {
    expect(problemsOf(messages, translated, 'ko-KR')).toEqual([expect.stringMatching(problem)]);
  });

  it('has no text that the source does not have', () => {
    const problems = problemsOf({}, { 'a.gone': 'x' }, 'ko-KR');
    expect(problems).toEqual(['a.gone is no text of the source.']);
  });
});
