import { Server } from '@hapi/hapi';
import { plugin as inert } from '@hapi/inert';
import { PortTakenError } from '../host_options';
import { addGuards } from './guards';
import type { Tls } from './tls';

const MAX_PAYLOAD_BYTES = 1_048_576;
const KEEP_ALIVE_MS = 120_000;
const STOP_TIMEOUT_MS = 5_000;

export interface ServerOptions {
  port: number;
  host: string;
  basePath: string;
  /** Version that an `osd-version` header must name. */
  version: string;
  /** Without it the server speaks plain HTTP. */
  tls?: Tls;
  /** Whoever has not logged in gets nothing: then any name may lead here. */
  demandsLogin?: boolean;
}

/** A hapi server with the rules of Dashboards; it does not listen yet. */
export async function createServer(options: ServerOptions) {
  const { port, host, tls } = options;
  const server = new Server({
    port,
    host,
    ...(tls === undefined ? {} : { tls }),
    routes: {
      cache: { privacy: 'private', otherwise: 'private, no-cache, no-store, must-revalidate' },
      payload: { maxBytes: MAX_PAYLOAD_BYTES },
      security: { hsts: false, xframe: 'sameorigin', xss: false, noSniff: true },
    },
    state: { strictHeader: false },
  });
  server.listener.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listener.headersTimeout = 2 * KEEP_ALIVE_MS;
  await server.register(inert);
  addGuards(server, options);
  return server;
}

/** Starts listening. A taken port is told from all other failures. */
export async function listen(server: Server): Promise<void> {
  try {
    await server.start();
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw taken ? new PortTakenError(Number(server.settings.port)) : error;
  }
}

/** Lets requests that are under way end, for a few seconds. */
export async function stopServer(server: Server): Promise<void> {
  await server.stop({ timeout: STOP_TIMEOUT_MS });
}
