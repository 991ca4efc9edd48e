import { createServer, request as send } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a real cluster: it can be shut, and it knows users, as a cluster with the security plugin does. */
export interface Gate {
  url: string;
  /** Connections are refused, as by a cluster that is down. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Roles by user name. Whoever sends no credentials is the host itself. */
export type Users = Record<string, string[]>;

const AUTH_INFO = '/_plugins/_security/authinfo';

const userOf = ({ headers: { authorization = '' } }: IncomingMessage): string =>
  Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':')[0];

/** In the form that OpenSearch 3.4 with security answers, as far as it tells who calls. */
const authInfo = (name: string, roles: string[]): string =>
  JSON.stringify({
    user: `User [name=${name}, backend_roles=[], requestedTenant=null]`,
    user_name: name,
    user_requested_tenant: null,
    backend_roles: [],
    roles,
    tenants: { global_tenant: true },
  });

function pass(clusterUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming;
  const target = new URL(incoming.url ?? '/', clusterUrl);
  const onwards = send(target, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onwards.on('error', () => outgoing.destroy());
  incoming.pipe(onwards);
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });

/** A gate before the cluster; without users it is a cluster without security. */
export async function openGate(clusterUrl: string, users?: Users): Promise<Gate> {
  const create = (): Server =>
    createServer((request, response) => {
      if (users && request.url?.startsWith(AUTH_INFO)) {
        const name = userOf(request) || 'admin';
        response
          .writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
          .end(authInfo(name, users[name] ?? ['all_access']));
      } else {
        pass(clusterUrl, request, response);
      }
    });
  let server = create();
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    shut: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
    open: async () => {
      server = create();
      await listen(server, port);
    },
  };
}
