import { hashOf, isSecretOf, newSecret, readToken, tokenOf } from './tokens';

describe('a token', () => {
  it.each(['3f0c2b1e-6e0e-4a55-9a59-0e5b1c5e9d3e', 'a/b c%', 'über', '~x'])(
    'names the monitor %s in a form that a URL and a header can hold',
    (monitorId) => {
      const token = tokenOf({ monitorId, secret: newSecret() });
      expect(encodeURIComponent(token).replace('~', '~')).toBe(token);
      expect(readToken(token)?.monitorId).toBe(monitorId);
    }
  );

  it('has 128 bits that nobody knows, each time others', () => {
    const secrets = new Set(Array.from({ length: 50 }, newSecret));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
  });

  it.each(['', 'x', '.', 'id.short', 'i d.aaaaaaaaaaaaaaaaaaaaaa', `${'a'.repeat(2000)}.b`])(
    'is not %j',
    (token) => {
      expect(readToken(token)).toBeUndefined();
    }
  );

  it('is known by its hash alone', () => {
    const secret = newSecret();
    expect(isSecretOf(secret, hashOf(secret))).toBe(true);
    expect(isSecretOf(newSecret(), hashOf(secret))).toBe(false);
    expect(isSecretOf(secret, '')).toBe(false);
  });
});
