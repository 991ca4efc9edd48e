import type { FoundDocument } from '../../../common/monitors/doc_level/document';
import type { ShardRead } from '../../../common/monitors/doc_level/memory';
import { advance, hasMore } from '../../../common/monitors/doc_level/position';
import type { Position, Reading } from '../../../common/monitors/doc_level/position';
import { isSeen, pageBody } from '../../../common/monitors/doc_level/search_body';
import { askPage } from './doc_level_search';
import type { Page, Search } from './doc_level_search';

/** Documents of one page: their sources are in memory at once. */
const PAGE = 250;

export interface Limits {
  /** Documents of one run; what is left goes to the next. */
  documents: number;
  /** Characters of sources that are kept for messages; documents beyond that are found without them. */
  sources: number;
}

export interface NewDocuments {
  documents: FoundDocument[];
  /** How many match that were not read. */
  left: number;
  took: number;
  /** Where each shard has been read to. */
  reads: Array<ShardRead & { position: Position }>;
}

interface ShardDocuments {
  documents: FoundDocument[];
  left: number;
  took: number;
  reading: Reading;
}

/** Reads what is new in the shards of a monitor, each document once. */
export class DocumentReader {
  private sourcesLeft: number;

  constructor(
    private readonly search: Search,
    private readonly limits: Limits
  ) {
    this.sourcesLeft = limits.sources;
  }

  /** One shard after the other; what one leaves of its share the others may have. */
  async read(reads: readonly ShardRead[]): Promise<NewDocuments> {
    const found: NewDocuments = { documents: [], left: 0, took: 0, reads: [] };
    const open = reads.filter(({ position, sample }) => hasMore(position, sample));
    let waiting = open.length;
    for (const read of reads) {
      if (!hasMore(read.position, read.sample)) {
        found.reads.push(read);
        continue;
      }
      const share = Math.ceil((this.limits.documents - found.documents.length) / waiting--);
      const { documents, left, took, reading } = await this.shard(read, share);
      found.documents.push(...documents);
      found.left += left;
      found.took += took;
      const position = advance(read.position, reading, read.index.refreshes);
      found.reads.push({ ...read, position });
    }
    return found;
  }

  private async shard(read: ShardRead, share: number): Promise<ShardDocuments> {
    const { position, sample } = read;
    const documents: FoundDocument[] = [];
    const result = { documents, left: 0, took: 0 };
    let top = Infinity;
    let hits = 0;
    let after = position.done;
    for (;;) {
      const size = Math.min(PAGE, share - documents.length);
      const page = await this.page(read, size, after);
      result.took += page.took;
      top = Math.min(top, page.top);
      hits += page.documents.length;
      documents.push(...page.documents.filter(({ seqNo }) => !isSeen(position, seqNo)));
      after = page.documents.at(-1)?.seqNo ?? after;
      const isLast = page.documents.length < size;
      if (isLast || documents.length >= share) {
        const left = isLast ? 0 : Math.max(0, page.total - hits);
        const readTo = isLast ? sample.checkpoint : after;
        const found = documents.map(({ seqNo }) => seqNo);
        return { ...result, left, reading: { sample, top, readTo, found } };
      }
    }
  }

  private async page(
    { index, shard, position, sample }: ShardRead,
    size: number,
    after: number
  ): Promise<Page> {
    const { queries, timeoutMs } = this.search;
    const body = pageBody({
      ...{ queries, position, after, size },
      to: sample.checkpoint,
      timeoutSeconds: Math.max(1, Math.round(timeoutMs / 1000)),
      withSource: this.sourcesLeft > 0,
    });
    const origin = `${index.uuid}.${shard}`;
    const page = await askPage(this.search, [index.name], body, () => origin, `_shards:${shard}`);
    for (const { source } of page.documents) {
      if (source !== undefined) this.sourcesLeft -= sizeOf(source);
    }
    return page;
  }
}

/** Roughly: a document's text is not at hand any more. */
const sizeOf = (source: unknown): number =>
  JSON.stringify(source, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value
  ).length;
