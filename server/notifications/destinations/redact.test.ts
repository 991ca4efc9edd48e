import fc from 'fast-check';
import { redact } from './redact';
import { base64Forms } from './secret_forms';

const SECRET = 'p@ss/w+rd "ünd" <so>';

describe('redact', () => {
  it.each<[string, string]>([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['percent-encoded in small letters', encodeURIComponent(SECRET).toLowerCase()],
    ['as a form encodes it', encodeURIComponent(SECRET).replace(/%20/g, '+')],
    ['escaped for JSON', JSON.stringify({ echo: SECRET })],
    ['escaped for JSON within JSON', JSON.stringify(JSON.stringify({ echo: SECRET }))],
    ['with escaped slashes', JSON.stringify(SECRET).replace(/\//g, '\\/')],
    ['in ASCII', JSON.stringify(SECRET).replace(/ü/g, '\\u00fc')],
    ['escaped for HTML', 'p@ss/w+rd &quot;ünd&quot; &lt;so&gt;'],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 after a user', Buffer.from(`me:${SECRET}`).toString('base64')],
    ['in base64 between nulls', Buffer.from(`\0user\0${SECRET}`).toString('base64')],
    ['in base64 for URLs', Buffer.from(`xy${SECRET}z`).toString('base64url')],
  ])('finds a secret %s', (_what, text) => {
    const clean = redact(`before ${text} after`, { login: { password: SECRET } });
    expect(clean).toContain('•••');
    for (const piece of ['w+rd', 'w%2brd', 'ünd', 'u00fc', ...base64Forms(SECRET)]) {
      expect(clean.toLowerCase()).not.toContain(piece.toLowerCase());
    }
    expect(clean).toMatch(/^before .* after$/s);
  });

  it('finds texts at any depth, and leaves other things alone', () => {
    const secrets = { a: [{ b: 'deep-secret' }], c: 5, d: null, e: undefined, f: true };
    expect(redact('5 true null deep-secret', secrets)).toBe('5 true null •••');
  });

  it('finds short secrets where they stand as words, and not within words', () => {
    expect(redact('key abc of abcdef: "abc", x_abc', { key: 'abc' })).toBe(
      'key ••• of abcdef: "•••", x_abc'
    );
    expect(redact('a(b a(b', { key: 'a(b' })).toBe('••• •••');
    expect(redact('no a here', { key: 'a' })).toBe('no a here');
  });

  it('finds a short token of a query by its name', () => {
    expect(redact('bad abc, format json', { url: 'https://x.example/?token=abc&f=json' })).toBe(
      'bad •••, format json'
    );
  });

  it('finds what Basic hides', () => {
    const header = `Basic ${Buffer.from('user:open-sesame').toString('base64')}`;
    expect(redact('open-sesame', { headers: { Authorization: header } })).toBe('•••');
  });

  it('keeps the words around secrets', () => {
    const secrets = { headers: { Authorization: 'Bearer abcdefgh' } };
    expect(redact('Bearer token abcdefgh is bad', secrets)).toBe('Bearer token ••• is bad');
  });

  it('finds every line of a key', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMIIabcdefgh\nijklmnopqrs\n-----END PRIVATE KEY-----\n';
    expect(redact('near ijklmnopqrs of the PRIVATE key', { key })).toBe(
      'near ••• of the PRIVATE key'
    );
  });

  it('leaves nothing of any long secret, in base64 of whatever is around it', () => {
    const printable = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => !/\s/.test(text));
    fc.assert(
      fc.property(printable, fc.string(), fc.string(), (secret, before, after) => {
        const text = Buffer.from(before + secret + after).toString('base64');
        const clean = redact(text, { secret });
        const [form] = base64Forms(secret);
        expect(clean.includes(form)).toBe(false);
        expect(redact(before + secret + after, { secret }).includes(secret)).toBe(false);
      })
    );
  });

  it('does not mind what is no text at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (text, secrets) => {
        expect(typeof redact(text, { secrets })).toBe('string');
      })
    );
  });
});
