import { problemCounts, sectionIds, sectionOf } from './sections';

describe('the sections of the editor', () => {
  it.each([
    ['name', 'basics'],
    ['schedule.period.interval', 'basics'],
    ['inputs.0.search.indices.0', 'basics'],
    ['inputs.0.doc_level_input.indices', 'basics'],
    ['inputs.0.search.query', 'query'],
    ['inputs.0.doc_level_input.queries.1.name', 'query'],
    ['triggers.0.query_level_trigger.actions.0.name', 'triggers'],
    ['monitor_type', 'type'],
    ['tags.0', 'settings'],
    ['enabled_time', 'settings'],
  ])('the field %s stands in %s', (field, section) => {
    expect(sectionOf(field)).toBe(section);
  });

  it('count what is wrong in each', () => {
    const at = (field: string) => ({ field, message: 'wrong' });
    expect(problemCounts([at('name'), at('triggers.0.a'), at('triggers.1.b')])).toEqual({
      basics: 1,
      triggers: 2,
    });
  });

  it('have the type only while it can be chosen', () => {
    expect(sectionIds(true)).toContain('type');
    expect(sectionIds(false)).not.toContain('type');
  });
});
