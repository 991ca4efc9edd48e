import { keepArrangement, keptArrangement } from './kept_places';
import type { KeptArrangement } from './kept_places';

const MOVED: KeptArrangement = { direction: 'right', places: { right: { hot: { x: 1, y: 2 } } } };

beforeEach(() => localStorage.clear());

describe('the arrangement of a graph', () => {
  it('is kept for each policy, until all is as it would be anyhow', () => {
    keepArrangement('a', MOVED);
    keepArrangement('b', { direction: 'right', places: {} });
    expect(keptArrangement('a')).toEqual(MOVED);
    expect(keptArrangement('b')).toEqual({ direction: 'right', places: {} });
    keepArrangement('a', { direction: 'down', places: {} });
    expect(keptArrangement('a')).toBeUndefined();
    expect(keptArrangement('b')).toBeDefined();
  });

  it('is forgotten for the policies that were seen longest ago', () => {
    for (let i = 0; i <= 50; i += 1) keepArrangement(`p${i}`, MOVED);
    expect(keptArrangement('p0')).toBeUndefined();
    expect(keptArrangement('p50')).toEqual(MOVED);
  });

  it.each(['{', '{"a":1}', '[["a",{"direction":"up","places":{}}]]'])(
    'counts for nothing where what is stored is senseless: %s',
    (stored) => {
      localStorage.setItem('watchkeeper.policy_graphs', stored);
      expect(keptArrangement('a')).toBeUndefined();
      keepArrangement('a', MOVED);
      expect(keptArrangement('a')).toEqual(MOVED);
    }
  );
});
