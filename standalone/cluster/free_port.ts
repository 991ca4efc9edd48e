import { createServer } from 'node:net';
import { ClusterError } from './cluster_error';

// The runner looks for a port from its base upwards, and gives up beyond 9299.
const FIRST_PORT = 9250;
const LAST_PORT = 9289;

/** Whether something listens on the port of the loopback address, or only lately did. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port for a cluster. Processes that start together have ids of a row: their searches begin apart. */
export async function freeClusterPort(): Promise<number> {
  const count = LAST_PORT - FIRST_PORT + 1;
  const start = process.pid % count;
  for (let step = 0; step < count; step++) {
    const port = FIRST_PORT + ((start + step) % count);
    if (await isPortFree(port)) return port;
  }
  throw new ClusterError(
    `No port between ${FIRST_PORT} and ${LAST_PORT} is free.`,
    'End some of the programs that listen there.'
  );
}
