import { bulkSchema, changedTags } from './bulk';

describe('what is done to many monitors at once', () => {
  it('names tags where it is about tags', () => {
    const monitors = [{ id: 'a' }];
    expect(bulkSchema.safeParse({ verb: 'add_tags', monitors }).success).toBe(false);
    expect(bulkSchema.safeParse({ verb: 'add_tags', monitors, tags: ['x'] }).success).toBe(true);
    expect(bulkSchema.safeParse({ verb: 'enable', monitors }).success).toBe(true);
  });

  it('adds tags once, and removes what is there', () => {
    expect(changedTags('add_tags', ['a'], ['a', 'b', 'b'])).toEqual(['a', 'b']);
    expect(changedTags('remove_tags', ['a', 'b'], ['b', 'c'])).toEqual(['a']);
  });

  it('changes nothing where it is so already', () => {
    const before = ['a'];
    expect(changedTags('add_tags', before, ['a'])).toBe(before);
    expect(changedTags('remove_tags', before, ['b'])).toBe(before);
  });
});
