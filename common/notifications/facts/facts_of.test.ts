import type { Alert } from '../../alerts/alert';
import { sha256 } from '../../sha256';
import { alertKey, actionKey } from './dedup_key';
import { builtInText, factsOf, ownFacts } from './facts_of';
import type { Telling } from './facts_of';

const MINUTE = 60_000;

const alert = (change: Partial<Alert> = {}): Alert => ({
  id: 'm1.1.0',
  monitor_id: 'm1',
  monitor_name: 'Errors',
  trigger_id: 't',
  trigger_name: 'too many',
  severity: '1',
  state: 'active',
  start_time: 0,
  active_time: 5 * MINUTE,
  last_seen: 0,
  rev: 1,
  ...change,
});

const over = (change: Partial<Alert> = {}): Alert =>
  alert({ state: 'completed', end_time: 130 * MINUTE, ...change });

const host = (value: string) => [{ field: 'host', value }];

const said = (event: Telling['event'], alerts: Alert[], more: Partial<Telling> = {}) => {
  const facts = factsOf({ event, alerts, ...more }, {});
  return { facts, ...builtInText({ alerts }, facts) };
};

describe('the key of an alert', () => {
  it('fits everywhere, and is the same through its life and when it comes back', () => {
    const key = alertKey(alert({ group_key: 'a\u0000b "c"' }));
    expect(key).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(alertKey(over({ id: 'm1.9.3', severity: '4', group_key: 'a\u0000b "c"' }))).toBe(key);
    expect(alertKey(alert({ state: 'acknowledged', group_key: 'a\u0000b "c"' }))).toBe(key);
  });

  it('stays as it is from version to version: open incidents are closed by it', () => {
    expect(alertKey(alert({ group_key: 'web-1' }))).toBe(
      alertKey({ monitor_id: 'm1', trigger_id: 't', group_key: 'web-1' })
    );
    expect(alertKey(alert())).toBe(sha256('["group","m1","t",""]'));
    expect(actionKey('m1', 't', 'a')).toBe(sha256('["action","m1","t","a"]'));
  });

  it('is another for each monitor, trigger, group, error and lack of data, and for an action', () => {
    const keys = [
      alertKey(alert()),
      alertKey(alert({ monitor_id: 'm2' })),
      alertKey(alert({ trigger_id: 'u' })),
      alertKey(alert({ group_key: 'x' })),
      alertKey(alert({ no_data: true })),
      alertKey(alert({ failures: 3 })),
      actionKey('m1', 't', 'a'),
      actionKey('m1', 't', 'b'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not the same where only the borders of its parts differ', () => {
    const of = (monitorId: string, triggerId: string) =>
      alertKey(alert({ monitor_id: monitorId, trigger_id: triggerId }));
    expect(of('a","b', 'c')).not.toBe(of('a', 'b","c'));
  });
});

describe('what a message tells of', () => {
  it('has the labels of the trigger, else the fields of the group', () => {
    const labelled = alert({ group: host('web-1'), labels: { team: 'shop' } });
    const { alerts } = factsOf({ event: 'firing', alerts: [labelled] }, {});
    expect(alerts[0].labels).toEqual({ team: 'shop' });
    const bare = alert({ group: host('web-1') });
    expect(factsOf({ event: 'firing', alerts: [bare] }, {}).alerts[0].labels).toEqual({
      host: 'web-1',
    });
  });

  it('has the number behind the condition, not that it is true', () => {
    const of = (change: Partial<Alert>) =>
      factsOf({ event: 'firing', alerts: [alert(change)] }, {}).alerts[0].value;
    expect(of({ value: 'true', measure: 0.1 + 0.2 })).toBe('0.3');
    expect(of({ value: 'true' })).toBeUndefined();
    expect(of({ value: '12 of 3' })).toBe('12 of 3');
  });

  it('lists twenty alerts and counts them all', () => {
    const many = Array.from({ length: 30 }, (_one, i) => alert({ id: `m1.1.${i}` }));
    const { alerts, alert_count: count } = factsOf({ event: 'firing', alerts: many }, {});
    expect([alerts.length, count]).toEqual([20, 30]);
  });

  it('leads to the alert, or to the alerts of the monitor, where the address of the host is known', () => {
    const baseUrl = 'https://watch.example';
    const url = (...alerts: Alert[]) => factsOf({ event: 'firing', alerts }, { baseUrl }).url;
    expect(url(alert())).toBe('https://watch.example/app/watchkeeper_alerts/m1.1.0');
    expect(url(alert(), alert())).toBe(
      'https://watch.example/app/watchkeeper_alerts?monitor_id=m1'
    );
    expect(factsOf({ event: 'firing', alerts: [alert()] }, {})).not.toHaveProperty('url');
  });

  it('has the monitor’s runbook, else that of an annotation, and no other address than of the web', () => {
    const runbook = (url: string, runbookUrl?: string) =>
      factsOf(
        { event: 'firing', alerts: [alert({ annotations: { runbook_url: url } })] },
        runbookUrl ? { runbookUrl } : {}
      ).runbook_url;
    expect(runbook('https://a.example', 'https://m.example')).toBe('https://m.example');
    expect(runbook('https://a.example')).toBe('https://a.example');
    expect(runbook('javascript:alert(1)')).toBeUndefined();
  });

  it('is without our sentences where the author wrote the message', () => {
    const facts = factsOf({ event: 'firing', alerts: [alert()] }, {});
    expect(ownFacts(facts, false)).not.toHaveProperty('summary');
    expect(ownFacts(facts, true)).toMatchObject({ own_text: true, says_event: true });
  });
});

describe('a message of ours', () => {
  it('says what fires, of which group, since when, and its value', () => {
    const { subject, message } = said('firing', [alert({ group: host('web-1'), measure: 93 })]);
    expect(subject).toBe('Firing: too many (web-1)');
    expect(message).toBe(
      'too many of monitor Errors (host: web-1) is firing, since 1970-01-01 00:05:00 UTC. The value is 93.'
    );
  });

  it('begins with what the annotations say', () => {
    const annotations = { summary: 'Checkout is down', description: 'Nobody can pay.' };
    const { message } = said('firing', [alert({ annotations })]);
    expect(message.split('\n').slice(0, 2)).toEqual(['Checkout is down', 'Nobody can pay.']);
  });

  it('of a recovery says how long it took, of which group, and the peak', () => {
    const group = [...host('web-1'), { field: 'zone', value: 'b' }];
    expect(said('resolved', [over({ group, peak: 0.1 + 0.2 })]).message).toBe(
      'too many of monitor Errors (host: web-1, zone: b) is over. It lasted 2 h 5 min. The peak was 0.3.'
    );
    expect(said('resolved', [over({ peak: 123_456_789_012 })]).message).toContain('123456789012.');
    expect(said('resolved', [over()])).toMatchObject({
      subject: 'Recovered: too many',
      message: expect.not.stringContaining('peak'),
    });
  });

  it('of an acknowledgement says who it was, and their words', () => {
    const seen = alert({ state: 'acknowledged' });
    const { subject, message, facts } = said('acknowledged', [seen], {
      by: 'ann',
      comment: 'Mine',
    });
    expect(subject).toBe('Acknowledged: too many');
    expect(message).toBe('too many of monitor Errors is acknowledged by ann. “Mine”');
    expect(facts).toMatchObject({ by: 'ann', comment: 'Mine' });
  });

  it('of missing data says since when, and how long there was none', () => {
    expect(said('no_data', [alert({ no_data: true })]).message).toContain('1970-01-01 00:05:00');
    expect(said('data_again', [over({ no_data: true })]).message).toContain('none for 2 h 5 min');
  });

  it('of an error names the monitor, and the trigger where it is of one', () => {
    const error = alert({ error_message: 'boom', failures: 3, active_time: undefined });
    expect(said('error', [error])).toMatchObject({
      subject: 'Error: too many',
      message:
        'Monitor Errors, trigger too many, cannot be evaluated. It has failed 3 times in a row. The last time: boom',
    });
    expect(said('error', [{ ...error, trigger_name: '' }]).subject).toBe('Error: Errors');
    const gone = { ...error, state: 'completed' as const, end_time: 130 * MINUTE };
    expect(said('error_over', [gone]).message).toContain('after 2 h 10 min');
  });

  it('of several alerts counts those that fire and those that are over, and lists them', () => {
    const open = ['a', 'b'].map((name) => alert({ group: host(name) }));
    const { subject, message } = said('firing', [...open, over({ group: host('c') })]);
    expect(subject).toBe('Firing: too many (3 alerts)');
    expect(message.split('\n')).toEqual([
      'too many of monitor Errors: 2 alerts are firing, 1 is over.',
      '- Firing: host: a (since 1970-01-01 00:05:00 UTC)',
      '- Firing: host: b (since 1970-01-01 00:05:00 UTC)',
      '- Recovered: host: c (lasted 2 h 5 min)',
    ]);
  });

  it.each(['firing', 'resolved', 'acknowledged', 'no_data', 'data_again', 'error'] as const)(
    'ends with a link where the address of the host is known: %s',
    (event) => {
      const facts = factsOf({ event, alerts: [alert()] }, { baseUrl: 'https://watch.example' });
      expect(builtInText({ alerts: [alert()] }, facts).message).toMatch(
        /\nhttps:\/\/watch\.example\/app\/\S+\/m1\.1\.0$/
      );
      expect(said(event, [alert()]).message).not.toContain('http');
    }
  );
});
