import { readAccess } from './access_config';

const HASH = `scrypt:15:8:1:${'A'.repeat(22)}:${'A'.repeat(43)}`;
const AUTH = { user: 'ops', password_hash: HASH };

describe('readAccess', () => {
  it('lets everybody of this machine in when nothing is said', () => {
    expect(readAccess({})).toEqual({ host: '127.0.0.1' });
  });

  it.each(['0.0.0.0', '::', '192.168.0.5', 'watch.example'])('demands a login on %s', (host) => {
    expect(readAccess({}, host).login).toBeDefined();
    expect(readAccess({ host }).login).toBeDefined();
  });

  it('takes the command line before the file', () => {
    expect(readAccess({ host: '0.0.0.0' }, 'localhost')).toEqual({ host: 'localhost' });
  });

  it.each([{ auth: AUTH }, { auth: { required: true } }])(
    'demands a login on loopback with %j',
    (config) => {
      expect(readAccess(config).login).toBeDefined();
    }
  );

  it('marks the cookie for TLS only where the host or a proxy before it speaks it', () => {
    const tls = { cert: 'c', key: 'k' };
    expect(readAccess({ auth: AUTH }).login?.secureCookie).toBe(false);
    expect(readAccess({ auth: AUTH, tls }).login?.secureCookie).toBe(true);
    expect(readAccess({ auth: { ...AUTH, secure_cookie: true } }).login?.secureCookie).toBe(true);
  });

  it.each([
    [{ auth: { user: 'ops' } }, 'together'],
    [{ auth: { password_hash: HASH } }, 'together'],
    [{ auth: { user: 'ops', password_hash: 'secret' } }, 'hash-password'],
    [{ auth: { users: [] } }, 'users'],
    [{ tls: { cert: 'c' } }, 'tls.key'],
    [{ host: 5 }, 'host'],
  ])('refuses %j', (config, message) => {
    expect(() => readAccess(config)).toThrow(message);
  });
});
