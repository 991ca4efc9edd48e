import type { OutboundResult } from '../outbound/types';
import { outcomeOf, retryAfterMs } from './http_outcome';

const NOW = Date.UTC(2026, 0, 1);
const secrets = {
  url: 'https://hooks.example.com/services/T000/B000/XXXXXXXX?token=abcdef123',
  headers: { Authorization: 'Bearer top-secret-value' },
};
const answer = (status: number, text = '', more = {}): OutboundResult => ({
  kind: 'answer',
  status,
  text,
  ...more,
});
const outcome = (result: OutboundResult) => outcomeOf('webhook', result, secrets, NOW);

describe('what an answer means', () => {
  it.each([200, 201, 202, 204])('%i: sent', (status) => {
    expect(outcome(answer(status, 'ok'))).toEqual({ result: 'sent', status, answer: 'ok' });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('%i: tried again', (status) => {
    expect(outcome(answer(status)).result).toBe('retry');
  });

  it.each([400, 401, 403, 404, 405, 410, 413, 422])('%i: given up, with the reason', (status) => {
    const { result, reason } = outcome(answer(status, 'no'));
    expect(result).toBe('parked');
    expect(reason).toContain(String(status));
  });

  it.each([301, 302, 303, 307, 308])('%i: given up, since no redirect is followed', (status) => {
    const { result, reason } = outcome(
      answer(status, '', { redirectsTo: 'https://new.example.com' })
    );
    expect(result).toBe('parked');
    expect(reason).toContain('https://new.example.com');
  });

  it('nobody answered: tried again', () => {
    expect(outcome({ kind: 'failed', reason: 'refuses' })).toEqual({
      result: 'retry',
      answer: 'refuses',
    });
  });

  it('a blocked address: given up', () => {
    expect(outcome({ kind: 'blocked', reason: 'private' })).toMatchObject({
      result: 'parked',
      reason: 'private',
      blocked: true,
    });
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['a date', 'Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['a date in the past', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['a day, of which an hour is believed', '86400', 3_600_000],
    ['nonsense', 'soon', undefined],
    ['nothing', undefined, undefined],
  ])('is read: %s', (_what, value, expected) => {
    expect(retryAfterMs(value, NOW)).toBe(expected);
  });
});

describe('an answer that repeats what it was sent', () => {
  it.each([
    ['the URL', `Not found: ${secrets.url}`],
    ['the path', 'Cannot POST /services/T000/B000/XXXXXXXX'],
    ['a token of the path', 'unknown hook XXXXXXXX'],
    ['a value of the query', 'bad token abcdef123'],
    ['a header', 'Authorization: Bearer top-secret-value'],
    ['a part of a header', 'invalid token "top-secret-value"'],
  ])('is kept without the secret: %s', (_what, text) => {
    const kept = outcome(answer(404, text)).answer;
    expect(kept).toContain('•••');
    expect(kept).not.toMatch(/XXXXXXXX|abcdef123|top-secret-value/);
  });

  it('is cut after the secret was taken out, so that no half of it stays', () => {
    const text = `${'x'.repeat(990)}top-secret-value`;
    expect(outcome(answer(500, text)).answer).not.toContain('top-');
  });

  it('stays as it is where it holds nothing secret', () => {
    expect(outcome(answer(400, 'invalid_payload / no_text')).answer).toBe(
      'invalid_payload / no_text'
    );
  });
});
