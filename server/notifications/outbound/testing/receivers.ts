import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server as TcpServer, Socket } from 'node:net';
import { join } from 'node:path';
import type { TlsOptions as ServerTls } from 'node:tls';
import type { Resolve } from '../guarded_connect';

/** One of the certificates and keys for tests. */
export const pem = (name: string): string =>
  readFileSync(join(__dirname, '../../../../test/fixtures/tls', `${name}.pem`), 'utf8');

export interface Receiver {
  port: number;
  /** Connections that were made to it, by whatever protocol. */
  connections(): number;
}

const open = new Set<{ server: TcpServer; sockets: Set<Socket> }>();

/** Real sockets on loopback; `closeReceivers` ends them all. */
export const listenWith = async (server: TcpServer, host = '127.0.0.1'): Promise<Receiver> => {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  open.add({ server, sockets });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
};

export const closeReceivers = (): void => {
  for (const { server, sockets } of open) {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  }
  open.clear();
};

export const httpReceiver = (listener: RequestListener): Promise<Receiver> =>
  listenWith(createHttpServer(listener));

export const tlsReceiver = (options: ServerTls, listener: RequestListener): Promise<Receiver> =>
  listenWith(createTlsServer(options, listener));

export const tcpReceiver = (listener: (socket: Socket) => void): Promise<Receiver> =>
  listenWith(createTcpServer(listener));

export interface ProxyReceiver extends Receiver {
  /** The first line of each request, and who asked. */
  asked: string[];
}

/** An HTTP proxy that leads whatever it is asked for to one port of loopback. */
export const proxyReceiver = async (to: () => number, refuse?: number): Promise<ProxyReceiver> => {
  const asked: string[] = [];
  const note = ({ method, url, headers }: IncomingMessage): void => {
    asked.push([method, url, headers['proxy-authorization'], headers.host].join(' '));
  };
  const server: Server = createHttpServer((request, response) => {
    note(request);
    response.end('forwarded');
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request);
    if (refuse !== undefined) return void socket.end(`HTTP/1.1 ${refuse} No\r\n\r\n`);
    const onward = connect(to(), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    return undefined;
  });
  return { ...(await listenWith(server)), asked };
};

/** A DNS that gives these addresses for every name. */
export const answers =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    );
