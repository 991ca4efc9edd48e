import type { SavedObjectsClientContract } from 'opensearch-dashboards/server';
import { DESTINATION_TYPE, MONITOR_TYPE } from '../../../common/plugin';
import { keepSecrets } from './kept_secrets';

const ORIGIN = 'https://hooks.example.com';

const destination = (id: string, change: object = {}) => ({
  type: DESTINATION_TYPE,
  id,
  attributes: { title: id, type: 'slack', origin: ORIGIN, secret_reference: 'theirs', ...change },
});

const notFound = { statusCode: 404, error: 'Not Found', message: 'No.' };

/** What is here: `old`, with secrets. */
const client = {
  bulkGet: async (keys: Array<{ type: string; id: string }>) => ({
    saved_objects: keys.map(({ type, id }) =>
      id === 'old'
        ? { ...destination('old', { secret_reference: 'mine' }), references: [] }
        : { type, id, attributes: {}, references: [], error: notFound }
    ),
  }),
} as unknown as SavedObjectsClientContract;

const having = (...references: string[]) => ({
  has: async (wanted: ReadonlyArray<{ reference?: string }>) =>
    wanted.map(({ reference }) => reference !== undefined && references.includes(reference)),
});

const referencesAfter = async (objects: Parameters<typeof keepSecrets>[0], known = having()) =>
  (await keepSecrets(objects, client, known)).map(
    ({ attributes }) => (attributes as { secret_reference?: string }).secret_reference
  );

describe('secrets of a destination that is written over', () => {
  it('stay when the new one is for the same place, and brings none', async () => {
    expect(await referencesAfter([destination('old')])).toEqual(['mine']);
    const bare = destination('old', { secret_reference: undefined });
    expect(await referencesAfter([bare])).toEqual(['mine']);
  });

  it('do not go along to another place or kind', async () => {
    const elsewhere = destination('old', { origin: 'https://evil.example.com' });
    const otherKind = destination('old', { type: 'webhook' });
    expect(await referencesAfter([elsewhere, otherKind])).toEqual(['theirs', 'theirs']);
  });

  it('give way to those that are named and are here', async () => {
    expect(await referencesAfter([destination('old')], having('theirs'))).toEqual(['theirs']);
  });

  it('are of no concern to what is new, and to other types', async () => {
    const monitor = { type: MONITOR_TYPE, id: 'old', attributes: { title: 'Monitor' } };
    expect(await referencesAfter([monitor, destination('new')])).toEqual([undefined, 'theirs']);
  });
});
