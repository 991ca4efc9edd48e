import type { WrappedTrigger } from '../trigger';
import { firstThreshold } from './first_threshold';

const queryLevel = (source: string): WrappedTrigger => ({
  query_level_trigger: {
    ...{ id: 't', name: 'T', severity: '1', actions: [] },
    condition: { script: { source, lang: 'painless' } },
  },
});

describe('the number that a condition looks at', () => {
  it.each([
    ['ctx.results[0].hits.total.value > 5', { comparison: '>', value: 5 }],
    ['5.5 >= ctx.results[0].aggregations.a.value', { comparison: '<=', value: 5.5 }],
    [
      'ctx.results[0].hits.total.value > 5 && ctx.results[0].aggregations.a.value < 2',
      { comparison: '>', value: 5 },
    ],
    ['ctx.results[0].nothing.here()', undefined],
    ['true', undefined],
  ])('is found in %s', (source, threshold) => {
    expect(firstThreshold(queryLevel(source))).toEqual(threshold);
  });
});
