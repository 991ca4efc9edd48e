import { testCluster } from './cluster';
import type { TestCluster } from './cluster';
import { startTestHost } from './host';
import type { TestHost } from './host';
import { product } from './product';
import type { Product } from './product';
import { startReceiver } from './receiver';
import type { Receiver } from './receiver';

/** What most tests of real parts play on: a host over the tests' cluster, and a receiver that it may reach. */
export interface Scene {
  cluster: TestCluster;
  host: TestHost;
  app: Product;
  receiver: Receiver;
  end(): Promise<void>;
}

/** @param config on top of what lets the receiver be reached */
export const startScene = async (config: Record<string, unknown> = {}): Promise<Scene> => {
  const cluster = await testCluster();
  const receiver = await startReceiver();
  let host: TestHost | undefined;
  const end = async () => {
    await host?.stop();
    await receiver.close();
    await cluster.clean();
  };
  try {
    host = await startTestHost({
      clusterUrl: cluster.url,
      config: {
        'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
        ...config,
      },
    });
    const app = product(host);
    await app.ready();
    return { cluster, host, app, receiver, end };
  } catch (error) {
    await end();
    throw error;
  }
};
