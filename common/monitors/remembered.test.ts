import { remembered } from './remembered';

describe('remembered', () => {
  it('asks once for each key, and again after it had to forget', () => {
    const asked: string[] = [];
    const length = remembered((key) => {
      asked.push(key);
      return key.length;
    }, 2);
    expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(['a', 'bb']);
    expect(['ccc', 'a'].map(length)).toEqual([3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });
});
