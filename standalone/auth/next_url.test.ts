import { safeNext } from './next_url';

describe('safeNext', () => {
  it.each([
    ['/app/watchkeeper_alerts', '/app/watchkeeper_alerts'],
    ['/app/x?a=1&b=%2F#c', '/app/x?a=1&b=%2F#c'],
    ['/app/../app/y', '/app/y'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['///evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/app/..//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['app/x', '/'],
    ['/app\r\nset-cookie: a=b', '/'],
    ['/login', '/'],
    [['/app'], '/'],
  ])('%j leads to %s', (next, to) => {
    expect(safeNext(next, '')).toBe(to);
  });

  it.each([
    ['/base/app/x', '/base/app/x'],
    ['/app/x', '/base/'],
    ['/basement/app', '/base/'],
    ['/base/../other', '/base/'],
    ['/base/login', '/base/'],
  ])('below a base path %j leads to %s', (next, to) => {
    expect(safeNext(next, '/base')).toBe(to);
  });
});
