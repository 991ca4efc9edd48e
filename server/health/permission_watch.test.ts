import type { Logger } from 'opensearch-dashboards/server';
import { refusal } from '../cluster/errors';
import type { Cluster, ClusterRequest } from '../cluster/types';
import { PermissionWatch } from './permission_watch';

const FORBIDDEN = {
  error: {
    type: 'security_exception',
    reason:
      'no permissions for [indices:data/read/get] and User [name=kibanaserver, backend_roles=[], requestedTenant=null]',
  },
};

const MESSAGE = 'kibanaserver lacks the permission indices:data/read/get on .watchkeeper-leases.';

function stage() {
  let now = 0;
  let status = 403;
  let body: unknown = FORBIDDEN;
  const logged: unknown[] = [];
  const logger = { error: (line: unknown) => logged.push(line) } as unknown as Logger;
  const watch = new PermissionWatch({ now: () => now, monotonic: () => now }, logger);
  const answer = async () => {
    if (status >= 400) throw refusal(status, body, ['.watchkeeper-leases']);
    return { status, body: 'x' as never };
  };
  const cluster: Cluster = watch.over({ request: answer, text: answer });
  return {
    watch,
    logged,
    ask: (path = '/.watchkeeper-leases/_doc/1', method: ClusterRequest['method'] = 'GET') =>
      cluster.request({ method, path }).catch(() => undefined),
    answers: (next: number, what: unknown = FORBIDDEN) => {
      status = next;
      body = what;
    },
    later: (milliseconds: number) => (now += milliseconds),
  };
}

describe('PermissionWatch', () => {
  it('remembers what the account was refused, and logs it once', async () => {
    const { watch, ask, logged } = stage();
    await ask('/.watchkeeper-leases/_doc/1');
    await ask('/.watchkeeper-leases/_doc/2');
    expect(watch.missing()).toEqual([MESSAGE]);
    expect(logged).toEqual([`The service account lacks a permission: ${MESSAGE}`]);
  });

  it('forgets it when such a request works, whatever document it is about', async () => {
    const { watch, ask, answers } = stage();
    await ask('/.watchkeeper-leases/_doc/1');
    answers(200);
    await ask('/.watchkeeper-leases/_search', 'POST');
    expect(watch.missing()).toEqual([MESSAGE]);
    await ask('/.watchkeeper-leases/_doc/7');
    expect(watch.missing()).toEqual([]);
  });

  it('forgets it when nothing asks for it any more', async () => {
    const { watch, ask, later } = stage();
    await ask();
    later(15 * 60_000);
    expect(watch.missing()).toEqual([]);
  });

  it('takes a blocked index for no lack of permission', async () => {
    const { watch, ask, answers } = stage();
    answers(403, { error: { type: 'cluster_block_exception', reason: 'index blocked' } });
    await ask();
    expect(watch.missing()).toEqual([]);
  });
});
