import { migratedToToday, newerVersionOf } from './object_version';

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

describe('migratedToToday', () => {
  const mark = (version: string) => (doc: { type: string; attributes: unknown }) => ({
    ...doc,
    attributes: [...(doc.attributes as string[]), version],
  });
  const steps = { '0.10.0': mark('0.10.0'), '0.9.0': mark('0.9.0') };
  const migrate = (had: Record<string, string> | undefined) =>
    migratedToToday({ type: 'thing', attributes: [] }, had, { name: 'thing', migrations: steps })
      .attributes;

  it('runs the migrations that a document has not had, oldest first', () => {
    expect(migrate({})).toEqual(['0.9.0', '0.10.0']);
    expect(migrate({ thing: '0.9.0' })).toEqual(['0.10.0']);
    expect(migrate({ thing: '0.10.0' })).toEqual([]);
  });

  it('leaves a document alone that says nothing of migrations: it is of today', () => {
    expect(migrate(undefined)).toEqual([]);
  });
});
