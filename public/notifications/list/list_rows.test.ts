import type { DestinationRecord } from '../../../common/notifications/api';
import type { DestinationStatus } from '../../../common/notifications/deliveries_api';
import { DEFAULTS, countByHealth, matchingRows, rowsOf } from './list_rows';

const record = (id: string, name: string, type: 'slack' | 'webhook'): DestinationRecord => ({
  ...{ id, version: 'v', updated_at: '2026-11-21T09:00:00.000Z', has_secrets: true, used_by: [] },
  destination:
    type === 'slack'
      ? { type, name, origin: 'https://x' }
      : { type, name, origin: 'https://x', method: 'POST', header_names: [] },
});

const status = (id: string, changes: Partial<DestinationStatus>): [string, DestinationStatus] => [
  id,
  { id, queue: 0, sent_last_hour: 0, dead_last_day: 0, ...changes },
];

const ROWS = rowsOf(
  [
    record('a', 'pager 10', 'webhook'),
    record('b', 'Pager 9', 'webhook'),
    record('c', 'Chat', 'slack'),
  ],
  new Map([
    status('a', { last_success: 5, queue: 3 }),
    status('b', { last_error: { at: 6, reason: 'refused' } }),
    status('c', { last_success: 7 }),
  ]),
  false
);

const names = (changes: Partial<typeof DEFAULTS>) =>
  matchingRows(ROWS, { ...DEFAULTS, ...changes }).map(({ destination }) => destination.name);

describe('the rows of the list of destinations', () => {
  it('are in the order of their names as people count', () => {
    expect(names({})).toEqual(['Chat', 'Pager 9', 'pager 10']);
    expect(names({ order: 'desc' })).toEqual(['pager 10', 'Pager 9', 'Chat']);
  });

  it('begin with what needs a person most, by status', () => {
    expect(names({ sort: 'health' })).toEqual(['Pager 9', 'Chat', 'pager 10']);
  });

  it('are those of a kind, or of a status', () => {
    expect(names({ type: 'slack' })).toEqual(['Chat']);
    expect(names({ health: 'failing' })).toEqual(['Pager 9']);
    expect(names({ type: 'slack', health: 'failing' })).toEqual([]);
  });

  it('are in order of their names where the URL asks for a column that does not sort', () => {
    expect(names({ sort: 'nothing' })).toEqual(names({}));
  });

  it('are counted by status', () => {
    expect(countByHealth(ROWS)).toEqual({ healthy: 2, failing: 1 });
  });
});
