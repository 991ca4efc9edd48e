import type { Finding } from '../../common/findings/finding';
import type { TestCluster } from '../support/cluster';

/** As a run found it. */
export type NewFinding = Omit<Finding, 'rev' | 'at'>;

interface Source {
  level: string;
  service: string;
  latency: number;
  /** Another one for each version of each document. */
  version: number;
}

interface Written {
  index: string;
  id: string;
  seqNo: number;
  source: Source;
}

interface BulkItem {
  _index: string;
  _id: string;
  _seq_no: number;
  status: number;
}

const LEVELS = ['INFO', 'WARN', 'ERROR'];
const SERVICES = ['cart', 'payment', 'search'];

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)];

/** Writes, updates and deletes documents from several sides at once, and keeps book. */
export class Writers {
  /** Every version that was ever written. */
  readonly written: Written[] = [];
  /** The last version of each document that is still there, by `index/id`. */
  readonly last = new Map<string, Written>();
  private serial = 0;

  constructor(private readonly cluster: TestCluster) {}

  async write(indices: string[], { writers, rounds }: { writers: number; rounds: number }) {
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let round = 0; round < rounds; round++) await this.round(indices, `${writer}`);
      })
    );
  }

  /** A writer changes its own documents only, so that the book is right. */
  private async round(indices: string[], writer: string): Promise<void> {
    const operations: Array<{ index: string; id: string; source?: Source }> = [];
    for (let i = 0; i < 4; i++) {
      const id = `${writer}-${this.serial++}`;
      operations.push({ index: pick(indices), id, source: this.source() });
    }
    const mine = [...this.last.values()].filter(({ id }) => id.startsWith(`${writer}-`));
    const [changed, deleted] = [pick([...mine, undefined]), pick([...mine, undefined, undefined])];
    if (changed) operations.push({ index: changed.index, id: changed.id, source: this.source() });
    if (deleted && deleted !== changed) operations.push({ index: deleted.index, id: deleted.id });
    const lines = operations.flatMap(({ index: _index, id: _id, source }) =>
      source
        ? [JSON.stringify({ index: { _index, _id } }), JSON.stringify(source)]
        : [JSON.stringify({ delete: { _index, _id } })]
    );
    const { body } = await this.cluster.request<{
      errors: boolean;
      items: Array<Record<string, BulkItem>>;
    }>('POST', '/_bulk', `${lines.join('\n')}\n`);
    if (body.errors) throw new Error(JSON.stringify(body));
    body.items.forEach((item, i) => this.note(Object.values(item)[0], operations[i].source));
  }

  private note({ _index: index, _id: id, _seq_no: seqNo }: BulkItem, source?: Source): void {
    const key = `${index}/${id}`;
    if (!source) {
      this.last.delete(key);
      return;
    }
    const written = { index, id, seqNo, source };
    this.written.push(written);
    this.last.set(key, written);
  }

  private source(): Source {
    const latency = Math.floor(Math.random() * 100);
    return { level: pick(LEVELS), service: pick(SERVICES), latency, version: this.serial++ };
  }
}

/** What must be true of a document for a query to match: told apart from the cluster. */
const MATCHES: Readonly<Record<string, (source: Source) => boolean>> = {
  'q-err': ({ level }) => level === 'ERROR',
  'q-slow': ({ latency }) => latency > 70,
  'q-pay': ({ service }) => service === 'payment',
};

const nameOf = (index: string, id: string, seqNo: number, queryIds: string[]): string =>
  `${index}/${id}@${seqNo} by ${[...queryIds].sort().join(',')}`;

/** A finding by its document, its version and the queries. */
export const namesOf = ({ id, index, related_doc_ids: [document], queries }: NewFinding): string =>
  nameOf(
    index,
    document,
    Number(id.slice(id.lastIndexOf('.') + 1)),
    queries.map((query) => query.id)
  );

/**
 * `surely`: the last versions of documents that are still there. `possibly`: these, and versions that were overwritten or
 * deleted, which a run may have seen before that.
 */
export const expectedFindings = (
  { written, last }: Writers,
  queries: ReadonlyArray<{ id: string }>
): { surely: string[]; possibly: string[] } => {
  const named = (versions: Iterable<Written>): string[] =>
    [...versions].flatMap(({ index, id, seqNo, source }) => {
      const matched = queries.map((query) => query.id).filter((each) => MATCHES[each](source));
      return matched.length > 0 ? [nameOf(index, id, seqNo, matched)] : [];
    });
  return { surely: named(last.values()), possibly: named(written) };
};
