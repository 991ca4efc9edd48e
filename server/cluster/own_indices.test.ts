import { FAMILIES, aliasOf, endOfIndex, indexFor, templateOf } from './own_indices';
import type { Family } from './own_indices';

const AT = Date.UTC(2026, 1, 28, 23, 59, 59, 999);

describe('own indices', () => {
  it('are named after the instant of the document', () => {
    expect(indexFor('ticks', AT)).toBe('.watchkeeper-ticks-v1-2026.02.28');
    expect(indexFor('ticks', AT + 1)).toBe('.watchkeeper-ticks-v1-2026.03.01');
    expect(indexFor('alerts', AT)).toBe('.watchkeeper-alerts-v1-2026.02');
    expect(indexFor('states', AT)).toBe('.watchkeeper-states-v1');
  });

  it('end with their day or month', () => {
    expect(endOfIndex('ticks', indexFor('ticks', AT))).toBe(AT + 1);
    expect(endOfIndex('alerts', indexFor('alerts', AT))).toBe(AT + 1);
    expect(endOfIndex('alerts', indexFor('alerts', Date.UTC(2026, 11, 31)))).toBe(
      Date.UTC(2027, 0, 1)
    );
    expect(endOfIndex('ticks', '.watchkeeper-ticks-v1-old')).toBeUndefined();
  });

  it.each(Object.keys(FAMILIES) as Family[])(
    '%s has a template that fits its indices',
    (family) => {
      const { index_patterns: patterns, template } = templateOf(family);
      const prefix = patterns[0].replace(/\*$/, '');
      expect(indexFor(family, AT).startsWith(prefix)).toBe(true);
      expect(template.settings.index.hidden).toBe(true);
      expect(template.mappings.dynamic).toBe(false);
      expect(Object.keys(template.aliases)).toEqual([aliasOf(family)]);
    }
  );

  it('have patterns that do not fit the indices of another family', () => {
    const families = Object.keys(FAMILIES) as Family[];
    for (const family of families) {
      const prefix = templateOf(family).index_patterns[0].replace(/\*$/, '');
      const fitting = families.filter((other) => indexFor(other, AT).startsWith(prefix));
      expect(fitting).toEqual([family]);
    }
  });
});
