import type { Condition } from './health';
import { healthOf } from './health';

const FINE: Condition = {
  clusterUp: true,
  ready: true,
  scheduler: { enabled: true, instance: 'a', owned_partitions: 64, monitors: 3, lag: 0 },
  troubles: [],
  unreadable: 0,
  missingPermissions: 0,
  misconfigured: 0,
};

const codes = (condition: Partial<Condition>) => {
  const { status, reasons } = healthOf({ ...FINE, ...condition });
  return [status, ...reasons.map(({ code }) => code)];
};

describe('healthOf', () => {
  it('is ok when nothing is wrong', () => {
    expect(healthOf(FINE)).toEqual({ status: 'ok', reasons: [] });
  });

  it.each([
    [{ clusterUp: false, ready: false }, 'cluster_unreachable'],
    [{ ready: false }, 'starting'],
    [{ scheduler: { ...FINE.scheduler, problem: 'cannot renew …' } }, 'leases'],
  ])('has failed when nothing runs: %j', (condition, code) => {
    expect(codes(condition)).toEqual(['failed', code]);
  });

  it.each([
    [{ troubles: ['busy', 'searches'] }, 'searches'],
    [{ troubles: ['commits'] }, 'commits'],
    [{ troubles: ['run log'] }, 'run_log'],
    [{ troubles: ['monitor:one', 'monitor:two'] }, 'monitors'],
    [{ troubles: ['something new'] }, 'other'],
    [{ unreadable: 1 }, 'monitors'],
    [{ missingPermissions: 2 }, 'permissions'],
    [{ misconfigured: 1 }, 'configuration'],
    [{ scheduler: { ...FINE.scheduler, lag: 61_000 } }, 'late'],
  ])('is degraded, with each reason once: %j', (condition, code) => {
    expect(codes(condition)).toEqual(['degraded', code]);
  });

  it('tells strangers neither names nor what the cluster said', () => {
    const { reasons } = healthOf({ ...FINE, troubles: ['monitor:secret-name'] });
    expect(JSON.stringify(reasons)).not.toContain('secret-name');
  });
});
