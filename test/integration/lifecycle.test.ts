import { managedActSchema } from '../../common/lifecycle/api';
import type { EngineFacts, SurroundingsAnswer } from '../../common/lifecycle/api';
import { lintPolicy } from '../../common/lifecycle/lint/lint_policy';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex } from '../support/product';
import type { Wrong } from '../support/product';

const BASE = '/api/watchkeeper/lifecycle';

let cluster: TestCluster;
let host: TestHost;
let index: string;

beforeAll(async () => {
  cluster = await testCluster();
  host = await startTestHost({ clusterUrl: cluster.url });
  index = cluster.uniqueName('lifecycle');
  await createLogIndex(cluster, index);
  await cluster.request('POST', '/_aliases', {
    actions: [{ add: { index, alias: `${index}-alias`, is_write_index: true } }],
  });
});

afterAll(async () => {
  await host?.stop();
  await cluster?.clean();
});

describe('lifecycle policies on a cluster without Index State Management', () => {
  it('are missed in a sentence', async () => {
    const { body } = await host.api<EngineFacts>('GET', `${BASE}/_engine`);
    expect(body).toEqual({ native: 'none', simulate: false });
    const act = managedActSchema.parse({ act: 'remove', indices: [index] });
    const answers = await Promise.all([
      host.api<Wrong>('GET', `${BASE}/policies`),
      host.api<Wrong>('GET', `${BASE}/managed`),
      host.api<Wrong>('POST', `${BASE}/managed/_act`, act),
    ]);
    for (const { status, body: wrong } of answers) {
      expect(status).toBe(404);
      expect(wrong.message).toContain('has no Index State Management');
    }
  });

  it('can be judged against indices that are not there', async () => {
    const { body } = await host.api<SurroundingsAnswer>('POST', `${BASE}/_surroundings`, {
      patterns: ['never-made', 'never-made-*'],
    });
    expect(body.indices).toEqual([]);
    expect(body.gaps.join()).not.toContain('indices');
  });

  it('can be judged against the cluster as it is', async () => {
    const { body } = await host.api<SurroundingsAnswer>('POST', `${BASE}/_surroundings`, {
      patterns: [`${index}*`, '-nothing*'],
    });
    expect(body.gaps).toEqual([]);
    expect(body.indices).toMatchObject([
      {
        facts: {
          ...{ name: index, status: 'open' },
          aliases: [{ name: `${index}-alias`, is_write_index: true, members: 1 }],
        },
      },
    ]);
    expect(body.cluster).toMatchObject({ red: false });
    expect(body.data_nodes).toHaveLength(1);
    expect(body.repositories).toEqual([]);
    expect(body.index_templates?.some(({ name }) => name.includes('watchkeeper'))).toBe(true);
  });

  it('is judged by what the cluster has: versions, plugins, room, repositories, pipelines', async () => {
    const template = `/_index_template/${index}`;
    await cluster.request('PUT', template, {
      ...{ index_patterns: [`${index}-x*`], priority: 900 },
      template: { settings: { 'index.default_pipeline': 'nowhere' } },
    });
    const { body } = await host.api<SurroundingsAnswer>('POST', `${BASE}/_surroundings`, {
      patterns: [`${index}*`],
    });
    await cluster.request('DELETE', template);
    expect(body.capabilities?.version).toMatch(/^\d+\.\d+/);
    expect(body.data_nodes?.[0].free_bytes).toBeGreaterThan(0);
    const found = lintPolicy(
      {
        ...{ description: '', default_state: 'a' },
        ism_template: [{ index_patterns: [`${index}*`], priority: 1 }],
        states: [
          {
            name: 'a',
            actions: [
              { rollover: { min_doc_count: 1 } },
              { replica_count: { number_of_replicas: 1 } },
              { snapshot: { repository: 'nowhere', snapshot: 's' } },
              { stop_replication: {} },
              { allocation: { require: { temp: 'nowhere' } } },
            ],
          },
        ],
      },
      body
    );
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        ...['rollover_fails', 'no_repository', 'no_pipeline', 'unsupported_here'],
        ...['too_many_replicas', 'no_such_node', 'existing_indices'],
      ])
    );
  });
});
