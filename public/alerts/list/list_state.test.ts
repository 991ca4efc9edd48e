import { DEFAULTS, isFiltered, queryOf, tabOf, withoutFilters } from './list_state';

describe('the state of the alerts list', () => {
  it('asks for open alerts, the newest first, unless told otherwise', () => {
    expect(queryOf(DEFAULTS)).toMatchObject({ state: 'open', sort: 'start_time', order: 'desc' });
  });

  it('does not ask for filters that are empty', () => {
    expect(queryOf(DEFAULTS)).not.toHaveProperty('severity');
    expect(queryOf(DEFAULTS)).not.toHaveProperty('monitor_id');
    expect(queryOf(DEFAULTS)).not.toHaveProperty('search');
  });

  it('falls back where a hand-written URL makes no sense, and keeps the rest', () => {
    const state = { ...DEFAULTS, state: 'burning', severity: '9', page: -1, search: 'pay' };
    expect(queryOf(state)).toMatchObject({ state: 'open', page: 1, search: 'pay' });
    expect(queryOf(state)).not.toHaveProperty('severity');
  });

  it.each([
    ['active', 'open'],
    ['acknowledged', 'open'],
    ['error', 'open'],
    ['pending', 'open'],
    ['no_data', 'open'],
    ['cancelled', 'past'],
    ['completed', 'past'],
    ['deleted', 'past'],
    ['past', 'past'],
    ['all', 'all'],
  ] as const)('shows %s alerts on the tab %s', (state, tab) => {
    expect(tabOf(state)).toBe(tab);
  });

  it('does not take a tab for a filter', () => {
    expect(isFiltered({ ...DEFAULTS, state: 'past' })).toBe(false);
    expect(isFiltered({ ...DEFAULTS, state: 'error' })).toBe(true);
    expect(isFiltered({ ...DEFAULTS, monitor_id: 'm1' })).toBe(true);
    expect(isFiltered({ ...DEFAULTS, trigger_id: 't1' })).toBe(true);
    expect(isFiltered({ ...DEFAULTS, group: 'web-1' })).toBe(true);
  });

  it('stays on its tab when the filters go', () => {
    const state = { ...DEFAULTS, state: 'deleted', severity: '1', group: 'web-1', page: 3 };
    const cleared = { ...state, ...withoutFilters(state) };
    expect(cleared).toMatchObject({ state: 'past', severity: '', page: 1 });
    expect(isFiltered(cleared)).toBe(false);
  });
});
