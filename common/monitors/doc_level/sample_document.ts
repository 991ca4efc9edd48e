import { stringifyLossless } from '../../json/lossless';
import type { FoundDocument } from './document';

/** Characters of JSON that a message may show of one document. */
export const MOST_SAMPLE_CHARACTERS = 10_000;

const cutText = (text: string, left: number): string => `${text.slice(0, Math.max(0, left))}…`;

/** The first fields of a document, as many as there is room for; a long text is cut. */
const firstFields = (source: Record<string, unknown>): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  let left = MOST_SAMPLE_CHARACTERS;
  for (const [name, value] of Object.entries(source)) {
    const size = name.length + stringifyLossless(value).length;
    if (size <= left) kept[name] = value;
    else if (typeof value === 'string' && left > name.length) {
      kept[name] = cutText(value, left - name.length);
    } else continue;
    left -= Math.min(size, left);
  }
  return kept;
};

/** A document as messages show it, `ctx.alert.sample_documents`; cut where it is large. */
export const sampleOf = ({ index, id, source }: FoundDocument): Record<string, unknown> => {
  const sample = { _index: index, _id: id, _score: null };
  if (typeof source !== 'object' || source === null) return sample;
  if (stringifyLossless(source).length <= MOST_SAMPLE_CHARACTERS) {
    return { ...sample, _source: source };
  }
  return { ...sample, _source: firstFields(source as Record<string, unknown>), cut: true };
};
