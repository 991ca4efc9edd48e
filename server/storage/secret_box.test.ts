import { randomBytes } from 'node:crypto';
import { createSecretBox, parseKey } from './secret_box';
import type { Bound, Sealed } from './secret_box';

const key = randomBytes(32);
const bound: Bound = { destination_id: 'd1', kind: 'slack', origin: 'https://hooks.example.com' };
const SECRET = '{"url":"https://hooks.example.com/services/T0/B0/x"}';

const flipped = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] ^= 1;
  return bytes.toString('base64');
};

describe('the box that seals secrets', () => {
  const box = createSecretBox([key]);

  it('opens what it sealed, for the destination it was sealed for', () => {
    expect(box.open(box.seal(SECRET, bound), bound)).toEqual({ kind: 'open', text: SECRET });
  });

  it('leaves nothing readable in what is stored', () => {
    const stored = JSON.stringify(box.seal(SECRET, bound));
    expect(stored).not.toContain('services');
    expect(Buffer.from(JSON.parse(stored).data, 'base64').toString('latin1')).not.toContain('T0');
  });

  it('seals the same secret differently each time', () => {
    expect(box.seal(SECRET, bound).data).not.toBe(box.seal(SECRET, bound).data);
  });

  it.each<[string, Partial<Bound>]>([
    ['another destination', { destination_id: 'd2' }],
    ['another kind', { kind: 'webhook' }],
    ['another host', { origin: 'https://evil.example.com' }],
    ['another scheme', { origin: 'http://hooks.example.com' }],
    ['another port', { origin: 'https://hooks.example.com:8443' }],
  ])('does not open for %s', (_what, change) => {
    const sealed = box.seal(SECRET, bound);
    expect(box.open(sealed, { ...bound, ...change })).toEqual({ kind: 'not_for_this' });
  });

  it('keeps id and kind apart, so that moving a character between them opens nothing', () => {
    const sealed = box.seal(SECRET, { ...bound, destination_id: 'a', kind: 'bc' });
    expect(box.open(sealed, { ...bound, destination_id: 'ab', kind: 'c' }).kind).toBe(
      'not_for_this'
    );
  });

  it.each<keyof Sealed>(['data', 'iv', 'tag'])('notices a change of %s', (part) => {
    const sealed = box.seal(SECRET, bound);
    const changed = { ...sealed, [part]: flipped(sealed[part]) };
    expect(box.open(changed, bound)).toEqual({ kind: 'not_for_this' });
  });

  it('takes no shortened tag', () => {
    const sealed = box.seal(SECRET, bound);
    const tag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    expect(box.open({ ...sealed, tag }, bound)).toEqual({ kind: 'not_for_this' });
  });

  it('names the key that is missing, when it has another one', () => {
    const sealed = createSecretBox([randomBytes(32)]).seal(SECRET, bound);
    expect(box.open(sealed, bound)).toEqual({ kind: 'unknown_key', key_id: sealed.key_id });
  });

  it('still opens with an old key, and seals with the current one', () => {
    const current = randomBytes(32);
    const rotated = createSecretBox([current, key]);
    expect(rotated.open(box.seal(SECRET, bound), bound).kind).toBe('open');
    expect(createSecretBox([current]).open(rotated.seal(SECRET, bound), bound).kind).toBe('open');
  });
});

describe('an encryption key in the configuration', () => {
  it.each([
    ['base64', key.toString('base64')],
    ['base64 without padding', key.toString('base64').replace('=', '')],
    ['hexadecimal', key.toString('hex')],
    ['surrounded by white space', `  ${key.toString('hex')}\n`],
  ])('is read as %s', (_form, text) => {
    expect(parseKey(text).equals(key)).toBe(true);
  });

  it.each([
    ['too short', randomBytes(16).toString('base64')],
    ['too long', randomBytes(48).toString('base64')],
    ['63 digits', key.toString('hex').slice(1)],
    ['a password', 'correct horse battery staple, which has more than 32 characters'],
  ])('is refused when it is %s, without repeating it', (_what, text) => {
    expect(() => parseKey(text)).toThrow(/32 bytes in base64, or 64 hexadecimal digits/);
    expect(() => parseKey(text)).not.toThrow(text.slice(0, 12));
  });
});
