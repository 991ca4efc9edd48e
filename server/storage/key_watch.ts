import type { Logger } from 'opensearch-dashboards/server';
import type { Clock } from '../clock';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { Keys } from './keys';

/** Stands beside the secrets: which key they are sealed with. From the id, a hash, the key cannot be found. */
interface KeyMark {
  key_id: string;
  /** Ids of those that were replaced by it, the last one first. */
  formerly?: string[];
  created_at: number;
}

interface StoredMark {
  _seq_no: number;
  _primary_term: number;
  _source?: KeyMark;
}

type Condition = Record<string, string | number>;

interface SecretHits {
  hits: { hits: Array<{ _source: { key_id?: string; destination_id?: string } }> };
}

/** What another instance tells of its keys. */
export interface InstanceKeys {
  host: string;
  key_ids?: string[];
}

const ID = 'encryption-key';
const PATH = `/${indexFor('secrets')}/_doc/${ID}`;
const PAGE = 1000;
/** So many former keys are remembered. */
const REMEMBERED = 20;

const SAME_KEY =
  'Set opensearch_watchkeeper.encryption_key to the same value on every instance, and restart this one. Nothing is lost.';

const otherKey = (theirs: string, own: string): string =>
  `Secrets on this cluster are sealed with another encryption key (${theirs}) than that of this instance (${own}): destinations saved with the one cannot send with the other. ${SAME_KEY} If the other key is gone for good, give the secrets of all destinations again.`;

const noKey = (theirs: string): string =>
  `Secrets on this cluster are sealed with an encryption key (${theirs}), and this instance has none: it cannot send to these destinations. ${SAME_KEY}`;

const leftBehind = (theirs: string, own: string): string =>
  `The encryption key of this cluster was rotated: secrets are sealed with the new one (${theirs}), and this instance has only the former one (${own}), so that it cannot send to all destinations. Set opensearch_watchkeeper.encryption_key to the new key here, too, and keep the former one under previous_encryption_keys. Then restart this instance. Nothing is lost.`;

const unfinished = (theirs: string, own: string): string =>
  `The encryption key of this cluster was rotated, and this instance still seals with the former one (${own}) although it has the new one (${theirs}). To finish, make the new key its opensearch_watchkeeper.encryption_key, keep the former one under previous_encryption_keys, and restart it.`;

/**
 * Notices instances of one cluster that have different encryption keys, before a message fails because of it. The first
 * instance with a key leaves a mark; the others compare. An instance whose former key is the one of the mark rotates: it
 * moves the mark on, which then tells those that were left behind.
 */
export class KeyWatch {
  private found: string | undefined;
  private current = false;

  /** @param instances What the instances that are alive tell of themselves. */
  constructor(
    private readonly cluster: Cluster,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly instances: () => Promise<InstanceKeys[]> = () => Promise.resolve([])
  ) {}

  /** What an operator must mend, as a sentence. */
  problem(): string | undefined {
    return this.found;
  }

  /** The mark says that this instance seals with the key that all are to have. */
  get isCurrent(): boolean {
    return this.current;
  }

  /** Compares. Throws while the cluster does not answer. */
  async look(): Promise<void> {
    const { current, ids, isGiven } = this.keys;
    // A key that cannot be read is told of by itself.
    if (!current && isGiven) return;
    const problem = await this.compare(ids[0]);
    if (problem !== undefined && problem !== this.found) this.logger.error(problem);
    this.found = problem;
    this.current = problem === undefined && current !== undefined;
  }

  private async compare(own: string | undefined): Promise<string | undefined> {
    const { body } = await this.cluster.request<StoredMark>(
      { method: 'GET', path: PATH },
      { ignore: [404] }
    );
    const mark = body._source;
    if (own === undefined) return mark && noKey(mark.key_id);
    if (mark?.key_id === own) return undefined;
    if (mark === undefined) {
      await this.leaveMark({ key_id: own }, { op_type: 'create' });
      return undefined;
    }
    return this.differ(own, mark, {
      if_seq_no: body._seq_no,
      if_primary_term: body._primary_term,
    });
  }

  private async differ(own: string, mark: KeyMark, was: Condition): Promise<string | undefined> {
    const { key_id: theirs, formerly = [] } = mark;
    const isKnown = this.keys.ids.includes(theirs);
    const isBehind = formerly.includes(own);
    if (isKnown && (!isBehind || !(await this.isInUse(theirs)))) {
      const former = [theirs, ...formerly].filter((id) => id !== own).slice(0, REMEMBERED);
      await this.leaveMark({ key_id: own, formerly: former }, was);
      this.logger.info(`The encryption key is rotated from ${theirs} to ${own}.`);
      return undefined;
    }
    if (isBehind) return (isKnown ? unfinished : leftBehind)(theirs, own);
    if (!(await this.isGivenAgain(own, theirs))) return otherKey(theirs, own);
    await this.leaveMark({ key_id: own }, was);
    return undefined;
  }

  /** 409: another instance was faster. The next look compares with that. */
  private async leaveMark(mark: Omit<KeyMark, 'created_at'>, query: Condition): Promise<void> {
    const body: KeyMark = { ...mark, created_at: this.clock.now() };
    await this.cluster.request({ method: 'PUT', path: PATH, query, body }, { ignore: [409] });
  }

  /** Whether somebody seals with it now. Nobody does: whoever rotated has gone back to the former key. */
  private async isInUse(theirs: string): Promise<boolean> {
    return (await this.instances()).some(({ key_ids: ids = [] }) => ids[0] === theirs);
  }

  /** After a key was lost: there are secrets of ours, and none of the other key any more. */
  private async isGivenAgain(own: string, theirs: string): Promise<boolean> {
    const { body } = await this.cluster.request<SecretHits>({
      method: 'POST',
      path: `/${aliasOf('secrets')}/_search`,
      query: { allow_partial_search_results: false },
      body: { size: PAGE, _source: ['key_id', 'destination_id'] },
    });
    const { hits } = body.hits;
    const sources = hits.map(({ _source }) => _source);
    const ids = new Set(sources.flatMap((each) => (each.destination_id ? [each.key_id] : [])));
    return hits.length < PAGE && ids.has(own) && !ids.has(theirs);
  }
}
