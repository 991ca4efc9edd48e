import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { placeOf } from './editor_place';

const states = (...names: string[]) =>
  readPolicy({ states: names.map((name) => ({ name })) }).states;

describe('the state that a URL names', () => {
  it('is found by its name, wherever it is moved to', () => {
    expect(placeOf(states('a', 'b'), 'b', undefined)).toBe(1);
    expect(placeOf(states('b', 'a'), 'b', { name: 'b', place: 1, count: 2 })).toBe(0);
  });

  it('is the one that was chosen where two have its name', () => {
    expect(placeOf(states('a', 'a'), 'a', undefined)).toBe(0);
    expect(placeOf(states('a', 'a'), 'a', { name: 'a', place: 1, count: 2 })).toBe(1);
  });

  it('is followed when it is renamed, and gone when it is taken out', () => {
    const followed = { name: 'b', place: 1, count: 3 };
    expect(placeOf(states('a', 'new', 'c'), 'b', followed)).toBe(1);
    expect(placeOf(states('a', 'c'), 'b', followed)).toBeUndefined();
    expect(placeOf(states('a', 'c', 'd'), 'x', followed)).toBeUndefined();
  });
});
