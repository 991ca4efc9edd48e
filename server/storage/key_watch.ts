import type { Logger } from 'opensearch-dashboards/server';
import type { Clock } from '../clock';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { keyIdOf } from './secret_box';
import { keyOf } from './secrets';

/** Stands beside the secrets: which key they are sealed with. From the id, a hash, the key cannot be found. */
interface KeyMark {
  key_id: string;
  created_at: number;
}

interface StoredMark {
  _seq_no: number;
  _primary_term: number;
  _source?: KeyMark;
}

interface SecretHits {
  hits: { hits: Array<{ _source: { key_id?: string; destination_id?: string } }> };
}

const ID = 'encryption-key';
const PATH = `/${indexFor('secrets')}/_doc/${ID}`;
const PAGE = 1000;

const SAME_KEY =
  'Set opensearch_watchkeeper.encryption_key to the same value on every instance, and restart this one. Nothing is lost.';

const otherKey = (theirs: string, own: string): string =>
  `Secrets on this cluster are sealed with another encryption key (${theirs}) than that of this instance (${own}): destinations saved with the one cannot send with the other. ${SAME_KEY} If the other key is gone for good, give the secrets of all destinations again.`;

const noKey = (theirs: string): string =>
  `Secrets on this cluster are sealed with an encryption key (${theirs}), and this instance has none: it cannot send to these destinations. ${SAME_KEY}`;

/**
 * Notices instances of one cluster that have different encryption keys, before a message fails because of it. The first
 * instance with a key leaves a mark; the others compare.
 */
export class KeyWatch {
  private found: string | undefined;
  private readonly own: string | undefined;
  private readonly isInvalid: boolean;

  constructor(
    private readonly cluster: Cluster,
    configured: string | undefined,
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {
    const { key } = keyOf(configured);
    this.own = key && keyIdOf(key);
    // A key that cannot be read is told of by itself.
    this.isInvalid = key === undefined && Boolean(configured);
  }

  /** What an operator must mend, as a sentence. */
  problem(): string | undefined {
    return this.found;
  }

  /** Compares. Throws while the cluster does not answer. */
  async look(): Promise<void> {
    if (this.isInvalid) return;
    const problem = await this.compare();
    if (problem !== undefined && problem !== this.found) this.logger.error(problem);
    this.found = problem;
  }

  private async compare(): Promise<string | undefined> {
    const { body } = await this.cluster.request<StoredMark>(
      { method: 'GET', path: PATH },
      { ignore: [404] }
    );
    const { own } = this;
    const theirs = body._source?.key_id;
    if (own === undefined) return theirs === undefined ? undefined : noKey(theirs);
    if (theirs === own) return undefined;
    if (theirs === undefined) await this.leaveMark({ op_type: 'create' });
    else if (await this.isGivenAgain(own, theirs)) {
      await this.leaveMark({ if_seq_no: body._seq_no, if_primary_term: body._primary_term });
    } else return otherKey(theirs, own);
    return undefined;
  }

  /** 409: another instance was faster. The next look compares with that. */
  private async leaveMark(query: Record<string, string | number>): Promise<void> {
    const body: KeyMark = { key_id: this.own ?? '', created_at: this.clock.now() };
    await this.cluster.request({ method: 'PUT', path: PATH, query, body }, { ignore: [409] });
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
