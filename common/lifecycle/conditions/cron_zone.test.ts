import { zoneOf } from './cron_zone';

// What OpenSearch 3.4.0 takes and refuses for the zone of a cron transition.
describe('the zone of a cron transition', () => {
  it.each([
    ['UTC', 'UTC'],
    ['Z', 'UTC'],
    ['Asia/Seoul', 'Asia/Seoul'],
    ['GMT', 'GMT'],
    ['UTC+9', 'Etc/GMT-9'],
    ['UTC+09:00', 'Etc/GMT-9'],
    ['-03:00', 'Etc/GMT+3'],
    ['+00:00', 'UTC'],
  ])('is taken: %s', (zone, expected) => expect(zoneOf(zone)).toBe(expected));

  it.each(['PST', 'EST', 'utc', 'asia/seoul', 'Nowhere/X', '', undefined])(
    'is refused: %s',
    (zone) => expect(zoneOf(zone)).toBeUndefined()
  );
});
