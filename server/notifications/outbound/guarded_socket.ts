import { connect, isIPv4 } from 'node:net';
import type { Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import type { AllowList } from './address_rules';
import { isLiteral } from './address_rules';
import { failureReason } from './failure_reason';
import { BlockedAddress, guardedLookup, refusedHost } from './guarded_connect';
import type { Resolve } from './guarded_connect';
import type { SocketRequest } from './types';

class ConnectTimeout extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Why there is no connection, as a sentence without anything secret. */
export const socketFailure = (error: unknown, host: string, port: number): string => {
  if (error instanceof BlockedAddress) return error.message;
  const where = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return failureReason(error, { origin: where, hostname: host });
};

/** As the DNS has it; undefined where it is neither a name nor an address. */
const hostOf = (text: string): string | undefined => {
  if (isLiteral(text)) return text;
  const ascii = domainToASCII(text);
  // An address in a notation that not everybody reads alike.
  if (URL.canParse(`http://${ascii}/`) && isIPv4(new URL(`http://${ascii}/`).hostname)) {
    return undefined;
  }
  // Else something was in it that a host has not: a port, a user, a path.
  return /^[a-z0-9_][a-z0-9_.-]*$/i.test(ascii) && !/[/\\@:?#%\s]/.test(text) ? ascii : undefined;
};

/** Names of hosts are checked where they lead to, and connected to there; see `guardedLookup`. */
export const connectGuarded = (
  { host: given, port, timeLimit }: SocketRequest,
  allow: AllowList,
  resolve: Resolve
): Promise<Socket> =>
  new Promise((done, fail) => {
    const host = hostOf(given);
    if (host === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) {
      fail(new BlockedAddress('This is not a host and a port.'));
      return;
    }
    const refused = refusedHost(allow, host, port);
    if (refused) {
      fail(refused);
      return;
    }
    const socket = connect({ host, port, lookup: guardedLookup(allow, port, resolve) });
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout()), Math.max(1, timeLimit));
    const failed = (error: Error) => {
      clearTimeout(timer);
      fail(error);
    };
    socket.once('error', failed).once('connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      done(socket);
    });
  });
