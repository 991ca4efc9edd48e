import { rmSync } from 'node:fs';
import { startTestCluster, temporaryFolder } from '../support/cluster';
import { send } from '../support/http';

describe('the data of an embedded cluster', () => {
  const dataDir = temporaryFolder();
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is refused to a second cluster, and outlives a crash', async () => {
    const first = await startTestCluster(dataDir);
    await send(`${first.url}/kept/_doc/1`, 'PUT', { message: 'still here' });
    await expect(startTestCluster(dataDir)).rejects.toThrow(/is in use by process \d+/);
    await first.kill();

    const second = await startTestCluster(dataDir);
    try {
      const { body } = await send(`${second.url}/kept/_source/1`, 'GET');
      expect(body).toEqual({ message: 'still here' });
    } finally {
      await second.stop();
    }
  });
});
