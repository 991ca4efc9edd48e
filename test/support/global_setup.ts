import { rmSync } from 'node:fs';
import { startTestCluster, temporaryFolder } from './cluster';

/** Starts the one cluster of a run, unless `TEST_OPENSEARCH_URL` names one. Its tear-down is the function's result. */
async function startSharedCluster(): Promise<void> {
  if (process.env.TEST_OPENSEARCH_URL) return;
  const dataDir = temporaryFolder();
  const cluster = await startTestCluster(dataDir);
  process.env.TEST_OPENSEARCH_URL = cluster.url;
  globalThis.watchkeeperTearDown = async () => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

declare global {
  var watchkeeperTearDown: (() => Promise<void>) | undefined;
}

module.exports = startSharedCluster;
