import type { DestinationStatus } from './deliveries_api';
import { healthOf } from './destination_health';
import type { HealthFacts } from './destination_health';

const STATUS: DestinationStatus = { id: 'd', queue: 0, sent_last_hour: 0, dead_last_day: 0 };
const ERROR = { at: 20, reason: 'refused' };

const health = (status: Partial<DestinationStatus>, facts: Partial<HealthFacts> = {}) =>
  healthOf({
    ...{ destination: {}, has_secrets: true, paused: false },
    status: { ...STATUS, ...status },
    ...facts,
  });

describe('the health of a destination', () => {
  it('is good after a success, and idle where there was nothing to send', () => {
    expect(health({ last_success: 10 })).toBe('healthy');
    expect(health({})).toBe('idle');
  });

  it('is bad from an error on, until something is sent again', () => {
    expect(health({ last_success: 10, last_error: ERROR })).toBe('failing');
    expect(health({ last_error: ERROR })).toBe('failing');
    expect(health({ last_success: 30, last_error: ERROR })).toBe('healthy');
  });

  it('is bad while pings that are due do not go to it', () => {
    expect(health({ last_success: 10, withheld: 'Runs are late.' })).toBe('failing');
  });

  it('is said to be paused while everything is, unless it fails', () => {
    expect(health({ last_success: 10 }, { paused: true })).toBe('paused');
    expect(health({ last_error: ERROR }, { paused: true })).toBe('failing');
  });

  it('is paused where somebody muted it, however it did before', () => {
    expect(health({ last_error: ERROR }, { destination: { muted: true } })).toBe('paused');
  });

  it('lacks its secrets before anything else, and is not guessed while nothing is known', () => {
    expect(health({ last_success: 10 }, { has_secrets: false, paused: true })).toBe(
      'secrets_missing'
    );
    expect(health({}, { status: undefined })).toBeUndefined();
  });
});
