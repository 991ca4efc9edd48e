import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';

describe('the embedded cluster', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await testCluster();
  });
  afterAll(() => cluster.clean());

  it('is a real cluster that finds what was written', async () => {
    const index = cluster.uniqueName('logs');
    await cluster.index(index, [{ level: 'ERROR' }, { level: 'INFO' }]);
    const answer = await cluster.request<{ hits: { total: { value: number } } }>(
      'POST',
      `/${index}/_search`,
      { query: { match: { level: 'ERROR' } } }
    );
    expect(answer.body.hits.total.value).toBe(1);
  });

  it('compiles more scripts than a cluster allows by default', async () => {
    for (let i = 0; i < 120; i++) {
      const answer = await cluster.request<{ result: string }>(
        'POST',
        '/_scripts/painless/_execute',
        { script: { source: `return ${i} + 1` } }
      );
      expect(answer.body).toEqual({ result: String(i + 1) });
    }
  });

  it('runs Mustache templates', async () => {
    const answer = await cluster.request<{ template_output: unknown }>(
      'POST',
      '/_render/template',
      {
        source: { size: '{{n}}' },
        params: { n: 3 },
      }
    );
    expect(answer.body.template_output).toEqual({ size: '3' });
  });
});
