import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Row = Record<string, string | number>;

/** A cluster with PPL: it answers that itself, over rows in memory, and passes everything else on to a real one. */
export interface PplCluster {
  url: string;
  rows: Row[];
  /** False: it is the real one behind that answers, too. */
  hasPpl: boolean;
  /** Every query, in the order of their coming. */
  queries: string[];
  close(): Promise<void>;
}

class Refused extends Error {}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
};

const WHERE = /^where (\w+) ([<>=]) (\d+)$/;
const COUNT = /^stats count\(\) as (\w+)$/;

/** Knows as much of the language as these tests speak. */
const step = (rows: Row[], command: string): Row[] => {
  const [, field, sign, value] = WHERE.exec(command) ?? [];
  if (field !== undefined) {
    return rows.filter((row) => COMPARE[sign](Number(row[field]), Number(value)));
  }
  const [, name] = COUNT.exec(command) ?? [];
  if (name !== undefined) return [{ [name]: rows.length }];
  throw new Refused(`[${command}] is not a valid term at this part of the query.`);
};

/** A setting of the real plugin: so many rows it sends at most. */
const MOST_ROWS = 200;

const tableOf = (rows: Row[]): object => {
  const sent = rows.slice(0, MOST_ROWS);
  const names = Object.keys(rows[0] ?? {});
  const typeOf = (name: string) => (typeof rows[0][name] === 'number' ? 'bigint' : 'string');
  return {
    schema: names.map((name) => ({ name, type: typeOf(name) })),
    datarows: sent.map((row) => names.map((name) => row[name])),
    total: sent.length,
    size: sent.length,
  };
};

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const refusal = (details: string): object => ({
  error: { reason: 'Invalid Query', details, type: 'SyntaxCheckException' },
  status: 400,
});

export const startPplCluster = async (clusterUrl: string): Promise<PplCluster> => {
  const behind = new URL(clusterUrl);
  const state = { rows: [] as Row[], queries: [] as string[], hasPpl: true };

  const ask = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { query } = JSON.parse((await readAll(message)).toString()) as { query: string };
    state.queries.push(query);
    const [source, ...commands] = query.split('|').map((part) => part.trim());
    try {
      if (!/^source\s*=/.test(source)) throw new Refused(`[${source}] is no source.`);
      answer(response, 200, tableOf(commands.reduce(step, state.rows)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answer(response, 400, refusal(error.message));
    }
  };

  const passOn = (message: IncomingMessage, response: ServerResponse): void => {
    const { method, url, headers } = message;
    const passed = request(
      { host: behind.hostname, port: behind.port, method, path: url, headers },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(response);
      }
    );
    passed.on('error', () => response.destroy());
    message.pipe(passed);
  };

  const server = createServer((message, response) => {
    if (state.hasPpl && message.url?.startsWith('/_plugins/_ppl')) void ask(message, response);
    else passOn(message, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  });
};
