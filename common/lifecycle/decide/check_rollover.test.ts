import type { JsonObject } from '../../json/record';
import { checkRollover } from './check_rollover';
import type { IndexFacts } from './facts';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'logs-000001', uuid: 'u', created_at: NOW - 2 * DAY, status: 'open' },
  ...{ docs: 10, primary_bytes: 4096, largest_shard_bytes: 2048, primaries: 2, replicas: 1 },
  ...{ aliases: [{ name: 'logs', is_write_index: true, members: 3 }], rollovers: [] },
  rollover_alias: 'logs',
  ...changes,
});

describe('a rollover', () => {
  it('is over where it is skipped, or has been done, before anything else is asked', () => {
    expect(checkRollover({}, facts({ rollover_skip: true, aliases: [] }), NOW)).toEqual({
      ...{ outcome: 'done', reason: 'skipped' },
    });
    const rollovers = [{ target: 'logs', at: NOW - 1 }];
    expect(checkRollover({}, facts({ rollovers, aliases: [] }), NOW)).toEqual({
      ...{ outcome: 'done', reason: 'rolled_over' },
    });
  });

  it.each([
    ['no alias is set for it', { rollover_alias: undefined }, 'no_alias_setting'],
    ['the index does not have the alias', { aliases: [] }, 'alias_missing'],
    [
      'another index is written to',
      { aliases: [{ name: 'logs', is_write_index: false, members: 2 }] },
      'not_write_index',
    ],
    [
      'nobody says which one is written to',
      { aliases: [{ name: 'logs', members: 2 }] },
      'not_write_index',
    ],
    ['the name does not count up', { name: 'cwl-app-2023.02.22' }, 'bad_name'],
  ])('fails where %s', (_what, changes, reason) => {
    expect(checkRollover({}, facts(changes), NOW)).toMatchObject({ outcome: 'failed', reason });
  });

  it('goes by the data stream, whatever the setting says', () => {
    const data_stream = { name: 'stream', is_write_index: true };
    expect(checkRollover({}, facts({ data_stream, name: '.ds-stream-x' }), NOW)).toMatchObject({
      ...{ outcome: 'roll', target: 'stream' },
    });
  });

  it.each([
    [{}, 'roll'],
    [{ min_doc_count: 11, min_size: '4kb' }, 'roll'],
    [{ min_doc_count: 11, min_size: '5kb' }, 'wait'],
    [{ min_primary_shard_size: '2kb' }, 'roll'],
    [{ min_index_age: '2d' }, 'roll'],
    [{ min_index_age: '49h' }, 'wait'],
    [{ any_of: [{ min_doc_count: 10, min_index_age: '3d' }] }, 'wait'],
    [{ any_of: [{ min_doc_count: 10, min_index_age: '2d' }, { min_size: '1gb' }] }, 'roll'],
  ])('needs one condition, or one whole group: %j', (params, outcome) => {
    expect(checkRollover(params as JsonObject, facts(), NOW).outcome).toBe(outcome);
  });

  it('waits for a first document where it should not be empty', () => {
    const params = { prevent_empty_rollover: true, min_index_age: '1d' };
    expect(checkRollover(params, facts({ docs: 0 }), NOW)).toMatchObject({
      ...{ outcome: 'wait', empty: true },
    });
  });

  it('says what is, what is needed, and when only time is lacking', () => {
    const check = checkRollover({ min_index_age: '3d', min_doc_count: 100 }, facts(), NOW);
    expect(check).toMatchObject({
      conditions: [
        { name: 'min_doc_count', current: 10, required: 100, met: false },
        { name: 'min_index_age', current: 2 * DAY, required: 3 * DAY, at: NOW + DAY },
      ],
    });
  });
});
