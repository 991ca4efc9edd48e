import type { Logger } from 'opensearch-dashboards/server';
import type { Clock } from '../clock';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { InstanceKeys } from './key_watch';
import type { Keys } from './keys';
import { createSecretBox } from './secret_box';
import type { Bound, SecretBox } from './secret_box';
import { secretIdOf, secretPathOf } from './secrets';
import type { SecretDocument } from './secrets';

/** A destination, as far as its secrets are concerned. */
export interface SecretHolder {
  bound: Bound;
  /** Of the secrets that are in force. */
  reference?: string;
  name: string;
}

export interface ResealingDeps {
  /** As the service account. */
  cluster: Cluster;
  keys: Keys;
  /** By id; those that are not there any more are left out. */
  destinations(ids: readonly string[]): Promise<Map<string, SecretHolder>>;
  /** Whether this instance is the one that seals anew; the others only look. */
  isMine(): boolean;
  instances(): Promise<InstanceKeys[]>;
  clock: Clock;
  logger: Logger;
}

interface Hit {
  _id: string;
  _seq_no: number;
  _primary_term: number;
  _source: SecretDocument;
}

/** What a look at all secrets has found so far. */
interface Tally {
  /** Still sealed with a former key. */
  older: number;
  resealed: number;
  /** Destinations whose secrets are sealed with a key that is not here. */
  lost: string[];
}

const PAGE = 500;
/** Once nothing is left to do, milliseconds. */
const LOOK_AGAIN = 600_000;
const NAMED = 5;

const secrets = (count: number): string => (count === 1 ? '1 secret is' : `${count} secrets are`);

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, NAMED).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

/**
 * After the key was rotated: seals anew, with the current key, what a former one has sealed. Each secret stays under its
 * reference and is replaced by compare-and-swap, so that a change by somebody else wins, and whoever reads meets either
 * the old seal or the new one, which both open. Goes on from where it was after a restart, since what is done does not
 * count any more.
 *
 * Waits while an instance is alive that could not open what is sealed anew.
 */
export class Resealing {
  private readonly box: SecretBox | undefined;
  private readonly current: string | undefined;
  /** Where the look under way has come to: after the secrets of this destination. */
  private after: string | undefined;
  private tally: Tally = { older: 0, resealed: 0, lost: [] };
  private result: Tally = this.tally;
  private waitsFor: string | undefined;
  private mine = false;
  private nextLook = 0;
  private told = '';

  constructor(private readonly deps: ResealingDeps) {
    const { current, previous, ids } = deps.keys;
    this.box = current ? createSecretBox([current, ...previous]) : undefined;
    [this.current] = ids;
  }

  /** What an operator should know, as sentences. */
  problems(): string[] {
    const { older, lost } = this.result;
    return [
      ...(older > 0 ? [this.olderProblem(older)] : []),
      ...(lost.length > 0 ? [this.lostProblem(lost)] : []),
    ];
  }

  /** One page of the secrets. Throws while the cluster does not answer. */
  async turn(): Promise<void> {
    if (!this.box || this.deps.clock.monotonic() < this.nextLook) return;
    if (this.after === undefined) {
      this.tally = { older: 0, resealed: 0, lost: [] };
      // In this order: whoever owns a partition has seen the others.
      this.mine = this.deps.isMine();
      this.waitsFor = await this.whoIsBehind();
    }
    const hits = await this.page();
    await this.take(hits);
    if (this.after === undefined) this.finish();
  }

  private olderProblem(count: number): string {
    const why =
      this.waitsFor === undefined
        ? 'They are being sealed anew; keep it under previous_encryption_keys until then.'
        : `They are sealed anew once the instance on ${this.waitsFor} has the current key, too. Keep the older one under previous_encryption_keys until then.`;
    return `${secrets(count)} still sealed with an older encryption key. ${why}`;
  }

  private lostProblem(names: readonly string[]): string {
    const what = names.length === 1 ? '1 destination' : `${names.length} destinations`;
    return `The secrets of ${what} are sealed with an encryption key that is not here: ${listed(names)}. Add that key to opensearch_watchkeeper.previous_encryption_keys and restart, or give their secrets again. Nothing was removed.`;
  }

  /** The host of an instance that would not open what is sealed with the current key. */
  private async whoIsBehind(): Promise<string | undefined> {
    const { keys, instances } = this.deps;
    if (keys.previous.length === 0) return undefined;
    const behind = (await instances()).find(
      ({ key_ids: ids = [] }) => !ids.includes(this.current ?? '')
    );
    return behind?.host;
  }

  /** A whole number of destinations, and where to go on. */
  private async page(): Promise<Hit[]> {
    const { body } = await this.deps.cluster.request<{ hits: { hits: Hit[] } }>({
      method: 'POST',
      path: `/${aliasOf('secrets')}/_search`,
      query: { allow_partial_search_results: false },
      body: {
        size: PAGE,
        seq_no_primary_term: true,
        query: { exists: { field: 'destination_id' } },
        sort: [{ destination_id: 'asc' }],
        ...(this.after === undefined ? {} : { search_after: [this.after] }),
      },
    });
    const { hits } = body.hits;
    const last = hits.at(-1)?._source.destination_id;
    const whole = hits.filter(({ _source }) => _source.destination_id !== last);
    const isLast = hits.length < PAGE;
    const taken = isLast || whole.length === 0 ? hits : whole;
    this.after = isLast ? undefined : taken.at(-1)?._source.destination_id;
    return taken;
  }

  private async take(hits: readonly Hit[]): Promise<void> {
    const other = hits.filter(
      ({ _source }) => _source.destination_id !== undefined && _source.key_id !== this.current
    );
    if (other.length === 0) return;
    const holders = await this.deps.destinations(
      other.map(({ _source }) => _source.destination_id)
    );
    for (const hit of other) {
      const holder = holders.get(hit._source.destination_id);
      // What no destination names is left from a change that failed, and opens for nobody.
      if (holder && isInForce(hit, holder)) await this.takeOne(hit, holder);
    }
  }

  private async takeOne(hit: Hit, holder: SecretHolder): Promise<void> {
    const opened = this.box?.open(hit._source, holder.bound);
    if (opened?.kind === 'unknown_key') this.tally.lost.push(holder.name);
    if (opened?.kind !== 'open') return;
    const isMine = this.mine && this.waitsFor === undefined && this.deps.isMine();
    if (isMine && (await this.reseal(hit, opened.text, holder.bound))) this.tally.resealed++;
    else this.tally.older++;
  }

  /** @returns false where somebody else has changed it in between */
  private async reseal(hit: Hit, text: string, bound: Bound): Promise<boolean> {
    const sealed = this.box?.seal(text, bound);
    const { status } = await this.deps.cluster.request(
      {
        method: 'PUT',
        path: secretPathOf(hit._id),
        query: { if_seq_no: hit._seq_no, if_primary_term: hit._primary_term },
        body: { ...hit._source, ...sealed },
      },
      { ignore: [409] }
    );
    return status !== 409;
  }

  private finish(): void {
    const { clock, logger } = this.deps;
    const { older, resealed } = this.tally;
    this.result = this.tally;
    if (older === 0) this.nextLook = clock.monotonic() + LOOK_AGAIN;
    if (resealed > 0) {
      const rest =
        older === 0
          ? 'None is left with an older one: previous_encryption_keys can be emptied.'
          : `${secrets(older)} left with an older one.`;
      logger.info(`${secrets(resealed)} now sealed with the current encryption key. ${rest}`);
    }
    const text = this.problems().join(' ');
    if (text !== '' && text !== this.told) logger.warn(text);
    this.told = text;
  }
}

const isInForce = ({ _id }: Hit, { bound, reference }: SecretHolder): boolean =>
  reference !== undefined && _id === secretIdOf(bound.destination_id, reference);
