import { Client } from '@opensearch-project/opensearch';
import type { OpenSearchClient } from 'opensearch-dashboards/server';
import { createCluster } from '../../cluster/cluster';
import type { Cluster } from '../../cluster/types';
import { recordedAnswer } from './answers';
import { startIsmServer } from './ism_server';
import type { IsmServer, IsmServerOptions } from './ism_server';

/** A cluster with Index State Management, and the way to it that the plugin has. */
export interface IsmRoom extends IsmServer {
  cluster: Cluster;
  /** The same way, whose patience ends when tests can wait for it. */
  impatient: Cluster;
  /** A call, such as `GET explain`, answers as it did in a recording. */
  answers(call: string, recording: string): void;
  leave(): Promise<void>;
}

export const ismRoom = async (options: IsmServerOptions): Promise<IsmRoom> => {
  const server = await startIsmServer(options);
  const client = new Client({ node: server.url });
  const cluster = createCluster(client as unknown as OpenSearchClient);
  const timeoutMs = 500;
  return {
    ...server,
    cluster,
    impatient: {
      request: (request, also) => cluster.request(request, { ...also, timeoutMs }),
      text: (request, also) => cluster.text(request, { ...also, timeoutMs }),
    },
    answers: (call, recording) => server.ism.instead.set(call, recordedAnswer(recording).response),
    async leave() {
      await client.close();
      await server.close();
    },
  };
};

/** A policy that the engine takes. */
export const POLICY_BODY = {
  description: 'Deletes after a month',
  default_state: 'hot',
  states: [
    { name: 'hot', actions: [], transitions: [{ state_name: 'gone' }] },
    { name: 'gone', actions: [{ delete: {} }], transitions: [] },
  ],
};
