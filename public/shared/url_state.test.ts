import { readUrlState, writeUrlState } from './url_state';

const DEFAULTS = { search: '', page: 1, notable: false, sort: 'name' };

describe('state in the URL', () => {
  it('reads each value as the type of its default', () => {
    expect(readUrlState('?search=12&page=3&notable=true', DEFAULTS)).toEqual({
      search: '12',
      page: 3,
      notable: true,
      sort: 'name',
    });
  });

  it('takes the default where the URL makes no sense', () => {
    expect(readUrlState('?page=two&unknown=1', DEFAULTS)).toEqual(DEFAULTS);
    expect(readUrlState('?page=', DEFAULTS)).toEqual(DEFAULTS);
  });

  it('writes only what differs from the defaults', () => {
    expect(writeUrlState(DEFAULTS, DEFAULTS)).toBe('');
    expect(writeUrlState({ ...DEFAULTS, page: 2, search: 'a&b' }, DEFAULTS)).toBe(
      '?search=a%26b&page=2'
    );
  });

  it('leaves what other parts of the page have written', () => {
    expect(writeUrlState({ ...DEFAULTS, page: 2 }, DEFAULTS, '?page=7&from=now-1h')).toBe(
      '?from=now-1h&page=2'
    );
  });

  it('reads back what it wrote', () => {
    const state = { search: 'k8s-* "x"', page: 7, notable: true, sort: 'updated_at' };
    expect(readUrlState(writeUrlState(state, DEFAULTS), DEFAULTS)).toEqual(state);
  });
});
