import type { ImportCheck, ImportResults } from '../../common/import/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, product } from '../support/product';
import type { Product, Wrong } from '../support/product';
import { recorded } from './alerting_plugin';

const IMPORT = '/api/watchkeeper/import';

let cluster: TestCluster;
let host: TestHost;
let app: Product;
let index: string;

beforeAll(async () => {
  cluster = await testCluster();
  index = cluster.uniqueName('app-logs');
  await createLogIndex(cluster, index);
  host = await startTestHost({ clusterUrl: cluster.url });
  app = product(host);
  await app.ready();
});

afterAll(async () => {
  await host?.stop();
  await cluster?.clean();
});

describe('pasted documents', () => {
  const pasted = (...names: string[]): string =>
    names.map((name) => JSON.stringify(recorded(`monitors/${name}`).request.body)).join('\n');

  it('are looked at before anything is saved', async () => {
    const documents = pasted(
      '016-monitor-create-query-level',
      '035-monitor-create-bad-unknown-field'
    );
    const { status, body } = await host.api<ImportCheck>('POST', `${IMPORT}/_check`, { documents });
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { key: '0', kind: 'monitor', problems: [], warnings: [] },
      { key: '1', warnings: [{ field: 'nosuch' }] },
    ]);
  });

  it('come as chosen, disabled unless asked for', async () => {
    const documents = pasted(
      '016-monitor-create-query-level',
      '044-monitor-create-bucket-level'
    ).replaceAll('"app-logs"', `"${index}"`);
    const { body } = await host.api<ImportResults>('POST', IMPORT, { documents, chosen: [1] });
    expect(body.items).toMatchObject([
      { key: '1', name: 'errors per service', outcome: 'created', enabled: false },
    ]);
    const again = await host.api<ImportResults>('POST', IMPORT, {
      ...{ documents, chosen: [0], enable: true },
    });
    expect(again.body.items).toMatchObject([{ key: '0', outcome: 'created', enabled: true }]);
    await app.verb(again.body.items[0].id ?? '', 'disable');
  });

  it('that are no JSON are refused with the place', async () => {
    const { status, body } = await host.api<Wrong>('POST', `${IMPORT}/_check`, {
      documents: '{"a":',
    });
    expect(status).toBe(400);
    expect(body.attributes?.problems).toMatchObject([{ field: 'documents', line: 1 }]);
  });
});
