import { isRecord } from '../../json/record';
import { isMultiBucket } from './aggregations';
import type { Aggregation } from './aggregations';
import { groupKey } from './group_key';
import type { KeyPart } from './group_key';

/** A bucket of an answer, and which group it is. */
export interface Located {
  key: string;
  parts: readonly KeyPart[];
  bucket: Readonly<Record<string, unknown>>;
}

export interface LeftOut {
  count: number;
  reason: string;
}

export interface LocatedBuckets {
  buckets: Located[];
  /** What the answer says of groups that it does not hold, and how many are too many. */
  leftOut: LeftOut[];
  /** Some groups of the answer are not looked at. */
  isCut: boolean;
}

/** More groups of one monitor are counted, and not looked at. */
export const MOST_GROUPS = 100_000;

type Node = Record<string, unknown>;
type KeyReader = (bucket: Node, name: string | number) => KeyPart[];

const sourcesOf = ({ definition }: Aggregation): string[] =>
  Array.isArray(definition.sources)
    ? definition.sources.flatMap((source: unknown) => (isRecord(source) ? Object.keys(source) : []))
    : [];

const fieldsOf = ({ definition }: Aggregation): string[] =>
  Array.isArray(definition.terms)
    ? definition.terms.map((term: unknown, i) =>
        isRecord(term) && typeof term.field === 'string' ? term.field : `term ${i + 1}`
      )
    : [];

const keyReaderOf = (aggregation: Aggregation): KeyReader => {
  const { type, name, definition } = aggregation;
  if (type === 'composite') {
    const sources = sourcesOf(aggregation);
    return ({ key }) =>
      sources.map((field) => ({ field, value: isRecord(key) ? key[field] : undefined }));
  }
  if (type === 'multi_terms') {
    const fields = fieldsOf(aggregation);
    return ({ key }) =>
      fields.map((field, i) => ({ field, value: Array.isArray(key) ? key[i] : undefined }));
  }
  const field = typeof definition.field === 'string' ? definition.field : name;
  return ({ key, key_as_string: text }, at) => [{ field, value: key ?? at, text }];
};

const entriesOf = (buckets: unknown): Array<[string | number, unknown]> => {
  if (Array.isArray(buckets)) return [...buckets.entries()];
  return isRecord(buckets) ? Object.entries(buckets) : [];
};

/** The fields that name the groups of a parent: the sources of a composite, else the field of each step. */
export const groupFieldNames = (steps: readonly Aggregation[]): string[] =>
  steps.filter(isMultiBucket).flatMap((step) => {
    if (step.type === 'composite') return sourcesOf(step);
    if (step.type === 'multi_terms') return fieldsOf(step);
    return [typeof step.definition.field === 'string' ? step.definition.field : step.name];
  });

/** Walks one answer. */
class Walker {
  readonly buckets: Located[] = [];
  private readonly beyond = new Map<string, { documents: number; error: number }>();
  private unlooked = 0;
  private readonly readers: KeyReader[];

  constructor(
    private readonly steps: readonly Aggregation[],
    private readonly most: number
  ) {
    this.readers = steps.map(keyReaderOf);
  }

  walk(holder: unknown, depth: number, parts: readonly KeyPart[]): void {
    const step = this.steps[depth];
    const node = isRecord(holder) ? holder[step.name] : undefined;
    if (!isRecord(node)) return;
    if (!isMultiBucket(step)) {
      this.walk(node, depth + 1, parts);
      return;
    }
    this.note(step, node);
    const isLast = depth === this.steps.length - 1;
    for (const [at, bucket] of entriesOf(node.buckets)) {
      if (!isRecord(bucket)) continue;
      const mine = [...parts, ...this.readers[depth](bucket, at)];
      if (!isLast) this.walk(bucket, depth + 1, mine);
      else if (this.buckets.length >= this.most) this.unlooked += 1;
      else this.buckets.push({ key: groupKey(mine), parts: mine, bucket });
    }
  }

  private note(step: Aggregation, node: Node): void {
    const documents = Number(node.sum_other_doc_count ?? 0);
    const error = Number(node.doc_count_error_upper_bound ?? 0);
    if (!(documents > 0) && !(error > 0)) return;
    const before = this.beyond.get(step.name) ?? { documents: 0, error: 0 };
    this.beyond.set(step.name, {
      documents: before.documents + Math.max(0, documents),
      error: Math.max(before.error, error),
    });
  }

  get isCut(): boolean {
    return this.unlooked > 0;
  }

  get leftOut(): LeftOut[] {
    const ofTerms = [...this.beyond].map(([name, { documents, error }]) => ({
      count: documents,
      reason:
        `${documents} documents are in groups that ${name} does not return: raise its size, or use a composite aggregation.` +
        (error > 0 ? ` Its counts may be too low by up to ${error}.` : ''),
    }));
    const reason = `Only the first ${this.most} groups are judged.`;
    return this.isCut ? [...ofTerms, { count: this.unlooked, reason }] : ofTerms;
  }
}

/**
 * The buckets of a parent in an answer, with the groups that they stand for.
 *
 * @param steps the way to the parent, of `findParent`
 */
export const locateBuckets = (
  response: Readonly<Record<string, unknown>>,
  steps: readonly Aggregation[],
  most = MOST_GROUPS
): LocatedBuckets => {
  const walker = new Walker(steps, most);
  walker.walk(response.aggregations, 0, []);
  const { buckets, leftOut, isCut } = walker;
  return { buckets, leftOut, isCut };
};
