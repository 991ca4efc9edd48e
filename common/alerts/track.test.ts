import { extendTrack, holdsOftenEnough, isFlapping, signalOf } from './track';
import type { TrackPolicy } from './track';

const tracked = (runs: string, policy: TrackPolicy): string => {
  let track = '';
  for (const run of runs) track = extendTrack(track, run === '1', policy);
  return track;
};

const TWO_OF_FIVE = { occurrences: { times: 2, of: 5 } };
const FLAPS = { flapping: { changes: 2, of: 6 } };

describe('a track', () => {
  it('is as long as the policies look back', () => {
    expect(tracked('1111111', TWO_OF_FIVE)).toBe('11111');
    expect(tracked('1111111', { ...TWO_OF_FIVE, ...FLAPS })).toBe('111111');
  });

  it('remembers nothing of a group that was not true in so long', () => {
    expect(tracked('100000', TWO_OF_FIVE)).toBe('');
    expect(tracked('000', TWO_OF_FIVE)).toBe('');
  });

  it('is the same whether false runs before it were seen or not', () => {
    expect(tracked('00010', TWO_OF_FIVE)).toBe(tracked('10', TWO_OF_FIVE));
  });
});

describe('occurrences', () => {
  const holds = (runs: string) =>
    holdsOftenEnough(tracked(runs, TWO_OF_FIVE), runs.endsWith('1'), TWO_OF_FIVE);

  it('hold when enough of the last runs were true, also when the last was not', () => {
    expect(holds('1')).toBe(false);
    expect(holds('10001')).toBe(true);
    expect(holds('100010')).toBe(false);
    expect(holds('11000')).toBe(true);
    expect(holds('110000')).toBe(false);
  });

  it('ask for the last run alone where there is no policy', () => {
    expect(holdsOftenEnough('', true, {})).toBe(true);
    expect(holdsOftenEnough('1', false, {})).toBe(false);
  });
});

describe('flapping', () => {
  const flaps = (runs: string) => isFlapping(tracked(runs, FLAPS), FLAPS);

  it('is to change more often than allowed, the first run that is true counted as a change', () => {
    expect(flaps('1')).toBe(false);
    expect(flaps('10')).toBe(false);
    expect(flaps('101')).toBe(true);
    expect(flaps('0101')).toBe(true);
  });

  it('is over when the changes are long ago', () => {
    expect(flaps('1011')).toBe(true);
    expect(flaps('101111')).toBe(false);
  });

  it('is never where nobody asks for it', () => {
    expect(isFlapping('101010', {})).toBe(false);
  });
});

describe('what a run says of a group', () => {
  it.each([
    [true, undefined, false, 'true'],
    [true, false, true, 'true'],
    [false, undefined, false, 'false'],
    [false, true, false, 'false'],
    [false, false, false, 'held'],
    [false, undefined, true, 'held'],
    [false, true, true, 'held'],
  ])('holds %s, recovered %s, flapping %s: %s', (holds, recovered, flapping, signal) => {
    expect(signalOf(holds, recovered, flapping)).toBe(signal);
  });
});
