import type { Logger } from 'opensearch-dashboards/server';
import type { Attempts } from './attempts';
import type { Principal } from './principal';
import type { Sessions } from './sessions';
import type { Verdict, Verifier } from './verifier';

export interface GateDeps {
  sessions: Sessions;
  attempts: Attempts;
  verifier: Verifier;
  log: Logger;
}

const LONGEST_NAME = 100;
const MOST_PASSWORD = 1000;

/** A name that a stranger has typed, for the log: on one line, and not endless. */
const shown = (name: string): string => JSON.stringify(name.slice(0, LONGEST_NAME));

/** Lets people in, and counts those that it does not. */
export class Gate {
  readonly sessions: Sessions;

  constructor(private readonly deps: GateDeps) {
    this.sessions = deps.sessions;
  }

  /** Checks a name and a password. Throws `TooManyAttempts`. */
  async try(address: string, name: string, password: string): Promise<Verdict> {
    const { attempts, verifier, log } = this.deps;
    if (name.length > LONGEST_NAME || password.length > MOST_PASSWORD) return { kind: 'refused' };
    attempts.begin(address, name);
    const verdict = await verifier.verify(name, password);
    if (verdict.kind === 'let_in') attempts.succeeded(address, name);
    else if (verdict.kind === 'unavailable') attempts.undecided(address, name);
    else log.warn(`A login as ${shown(name)} from ${address} was refused.`);
    return verdict;
  }

  /** Checks an `Authorization: Basic` header. Throws `TooManyAttempts`. */
  async tryHeader(address: string, header: string): Promise<Verdict> {
    const { verifier } = this.deps;
    const known = verifier.remembered(header);
    if (known) return { kind: 'let_in', principal: known };
    const [, encoded = ''] = /^basic\s+(\S+)$/i.exec(header) ?? [];
    const [, name, password] = /^([^:]*):([^]*)$/.exec(decode(encoded)) ?? [];
    if (name === undefined) return { kind: 'refused' };
    const verdict = await this.try(address, name, password);
    if (verdict.kind === 'let_in') verifier.remember(header, verdict.principal);
    return verdict;
  }

  /** Begins a session; the one that the browser had before ends. */
  enter(address: string, principal: Principal, before: string | undefined): string {
    if (before !== undefined) this.sessions.end(before);
    this.deps.log.info(`${shown(principal.name)} has logged in from ${address}.`);
    return this.sessions.begin(principal);
  }
}

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
