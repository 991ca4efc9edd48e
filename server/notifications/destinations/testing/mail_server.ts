import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { pem } from '../../outbound/testing/receivers';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came. */
  raw: string;
  user?: string;
  secure: boolean;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Envelopes that were begun. */
  begun: number;
}

/** Of the authority `private_ca_cert`, for `receiver.example` and 127.0.0.1. */
const TLS = { cert: pem('private_server_cert'), key: pem('private_server_key') };

const open = new Set<SMTPServer>();

const failure = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });

export interface Manners {
  password?: string;
  /** What is answered to a recipient instead of 250. */
  refuse?: (address: string) => { code: number; text: string } | undefined;
  /** What is answered to the mail itself, one after another; then it is taken. */
  answers?: Array<{ code: number; text: string }>;
  options?: SMTPServerOptions;
}

/** A real mail server on loopback; `closeMailServers` ends them all. */
export const mailServer = async ({
  password,
  refuse = () => undefined,
  answers = [],
  options = {},
}: Manners = {}): Promise<MailServer> => {
  const state: MailServer = { port: 0, mails: [], begun: 0 };
  const server = new SMTPServer({
    ...{ authOptional: password === undefined, disabledCommands: password ? [] : ['AUTH'] },
    ...{ allowInsecureAuth: true, ...TLS },
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username })
        : done(failure(535, `Authentication failed for ${auth.password ?? ''}`)),
    onMailFrom: (_address, _session, done) => {
      state.begun++;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const refused = refuse(address);
      done(refused ? failure(refused.code, refused.text) : undefined);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const tooLarge = { code: 552, text: 'too large' };
        const answer = stream.sizeExceeded ? tooLarge : answers.shift();
        if (answer) return done(failure(answer.code, answer.text));
        const { mailFrom, rcptTo } = session.envelope;
        state.mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          user: session.user,
          secure: session.secure,
        });
        return done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  open.add(server);
  state.port = (server.server.address() as AddressInfo).port;
  return state;
};

export const closeMailServers = async (): Promise<void> => {
  const all = [...open];
  open.clear();
  await Promise.all(all.map((server) => new Promise<void>((done) => server.close(done))));
};

/** The header fields of a mail, and its parts by their type; what is encoded is decoded. */
export const readMail = (
  raw: string
): { headers: Map<string, string>; parts: Map<string, string> } => {
  const [head, ...rest] = raw.split(/\r?\n\r?\n/);
  const headers = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      })
  );
  const body = rest.join('\n\n');
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) {
    const text = decoded(body, headers.get('content-transfer-encoding') ?? '');
    return { headers, parts: new Map([[type.split(';')[0], text]]) };
  }
  const parts = new Map<string, string>();
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    for (const [name, text] of readMail(part.replace(/^\r?\n/, '')).parts) parts.set(name, text);
  }
  return { headers, parts };
};

const decoded = (body: string, encoding: string): string => {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(encoding)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
