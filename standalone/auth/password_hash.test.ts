import { hashPassword } from '../../scripts/setup/password_hash.mjs';
import { isPassword, parsePasswordHash } from './password_hash';

describe('a password hash', () => {
  it('of the command knows its password and no other', async () => {
    const hash = parsePasswordHash(await hashPassword('pass wörd'));
    expect(await isPassword('pass wörd', hash)).toBe(true);
    // The same letters, typed on another keyboard.
    expect(await isPassword('pass wo\u0308rd', hash)).toBe(true);
    expect(await isPassword('pass word', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  it('is another one each time', async () => {
    expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  });

  it.each([
    'secret',
    '',
    'scrypt:1:8:1:AAAA:AAAA',
    `scrypt:30:8:1:${'A'.repeat(22)}:${'A'.repeat(43)}`,
  ])('%j is refused', (text) => {
    expect(() => parsePasswordHash(text)).toThrow('npm run hash-password');
  });
});
