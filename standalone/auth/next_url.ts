/** Any origin will do: it only shows whether a URL leaves it. */
const HERE = 'http://host.invalid';

/**
 * Where to go after the login: a path within this host, below its base path. Everything else, such as another host in
 * any of the ways to write one, leads home.
 */
export function safeNext(next: unknown, basePath: string): string {
  const home = `${basePath}/`;
  if (typeof next !== 'string' || !next.startsWith('/')) return home;
  // A browser drops control characters and takes a backslash for a slash.
  if (/[\\\u0000-\u001f\u007f]/.test(next) || !URL.canParse(next, HERE)) return home;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith('//')) return home;
  if (!pathname.startsWith(home) || pathname === `${basePath}/login`) return home;
  return pathname + search + hash;
}
