import { printByteSize } from '../../units/byte_size';
import type { Sentence, SentenceValue } from '../../../sentence';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const durationText = (milliseconds: number): string =>
  milliseconds >= DAY
    ? `${Math.floor(milliseconds / DAY)} d ${Math.floor((milliseconds % DAY) / HOUR)} h`
    : `${Math.floor(milliseconds / 60_000)} min`;

const valueText = (value: SentenceValue): string => {
  if (typeof value === 'string') return value;
  if ('duration' in value) return durationText(value.duration);
  if ('bytes' in value) return printByteSize(value.bytes);
  if ('count' in value) return String(value.count);
  if ('instant' in value) return new Date(value.instant).toISOString();
  if ('label' in value) return value.label.defaultMessage;
  return value.any_of.map(plainText).join(', or ');
};

/** A sentence in English, for tests of what it says. */
export const plainText = ({ text, values }: Sentence): string =>
  text.defaultMessage.replace(/\{(\w+)\}/g, (_all, name: string) => valueText(values[name] ?? ''));
