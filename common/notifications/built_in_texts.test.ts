import type { Alert } from '../alerts/alert';
import {
  dataAgainText,
  errorOverText,
  errorText,
  inFormOf,
  noDataText,
  recoveryText,
} from './built_in_texts';

const MINUTE = 60_000;

const alert = (change: Partial<Alert> = {}): Alert => ({
  id: 'm1.1.0',
  monitor_id: 'm1',
  monitor_name: 'Errors',
  trigger_id: 't',
  trigger_name: 'too many',
  severity: '1',
  state: 'completed',
  start_time: 0,
  active_time: 5 * MINUTE,
  end_time: 130 * MINUTE,
  last_seen: 0,
  rev: 1,
  ...change,
});

describe('a built-in text', () => {
  it('of a recovery says since when it was active, of which group, and the peak', () => {
    const group = [
      { field: 'host', value: 'web-1' },
      { field: 'zone', value: 'b' },
    ];
    expect(recoveryText(alert({ group, peak: 0.1 + 0.2 })).message).toBe(
      'too many of monitor Errors (host: web-1, zone: b) is over. It lasted 2 h 5 min. The peak was 0.3.'
    );
    expect(recoveryText(alert({ peak: 123_456_789_012 })).message).toContain('123456789012.');
    expect(recoveryText(alert()).message).not.toContain('peak');
  });

  it('of missing data says since when, and how long there was none', () => {
    expect(noDataText(alert()).message).toContain('1970-01-01T00:00:00.000Z');
    expect(dataAgainText(alert()).message).toContain('none for 2 h 5 min');
  });

  it('of an error names the monitor, and the trigger where it is of one', () => {
    const error = alert({ error_message: 'boom', failures: 3, active_time: undefined });
    expect(errorText(error)).toEqual({
      subject: 'Error: too many',
      message:
        'Monitor Errors, trigger too many, cannot be evaluated. It has failed 3 times in a row. The last time: boom',
    });
    expect(errorText({ ...error, trigger_name: '' }).subject).toBe('Error: Errors');
    expect(errorOverText(error).message).toContain('after 2 h 10 min');
  });

  it.each([recoveryText, noDataText, dataAgainText, errorText, errorOverText])(
    'ends with a link where the address of the host is known (%p)',
    (textOf) => {
      expect(textOf(alert(), 'https://watch.example').message).toMatch(
        /\nhttps:\/\/watch\.example\/app\/\S+\/m1\.1\.0$/
      );
      expect(textOf(alert()).message).not.toContain('http');
    }
  );

  it('is JSON where the receiver takes JSON', () => {
    const text = { subject: 'S', message: 'a "quote"' };
    expect(inFormOf('{"text": "{{ctx.alert.value}}"}', text)).toEqual({
      subject: 'S',
      message: '{"text":"a \\"quote\\""}',
    });
    expect(inFormOf('{{ctx.monitor.name}}', text)).toEqual(text);
  });
});
