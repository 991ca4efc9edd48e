import { newerVersionOf } from './object_version';

const same = <T>(doc: T): T => doc;
const type = { name: 'thing', migrations: { '0.9.0': same, '0.10.0': same } };

describe('newerVersionOf', () => {
  it.each(['0.11.0', '1.0.0', '0.10.1'])(
    'names %s, which is newer than all that is known',
    (version) => {
      expect(newerVersionOf({ thing: version }, type)).toBe(version);
    }
  );

  it.each(['0.10.0', '0.9.0', '0.1.0'])('takes %s, which is known or older', (version) => {
    expect(newerVersionOf({ thing: version }, type)).toBeUndefined();
  });

  it('takes an object without a version, and does not mind versions of other types', () => {
    expect(newerVersionOf(undefined, type)).toBeUndefined();
    expect(newerVersionOf({ other: '9.0.0' }, type)).toBeUndefined();
  });
});
