import { printByteSize } from './lifecycle/units/byte_size';
import { printTimeValue } from './lifecycle/units/time_value';
import type { Sentence, SentenceValue } from './sentence';

type PrintDuration = (milliseconds: number) => string;

const valueText = (value: SentenceValue, print: PrintDuration): string => {
  if (typeof value === 'string') return value;
  if ('text' in value) return plainSentence(value, print);
  if ('duration' in value) return print(value.duration);
  if ('bytes' in value) return printByteSize(value.bytes);
  if ('count' in value) return String(value.count);
  if ('chosen_by' in value) return String(value.chosen_by);
  if ('instant' in value) return new Date(value.instant).toISOString();
  if ('label' in value) return value.label.defaultMessage;
  return value.any_of.map((each) => plainSentence(each, print)).join(', or ');
};

/** A value in its place; or, by its number, the words for one or for more. */
const PLACE = /\{(\w+)(?:, plural, one \{([^{}]*)\} other \{([^{}]*)\})?\}/g;

/** A sentence in English, for what is no page: answers, logs, the command line. */
export const plainSentence = (
  { text, values }: Sentence,
  print: PrintDuration = printTimeValue
): string =>
  text.defaultMessage.replace(
    PLACE,
    (_all, name: string, one: string | undefined, other: string | undefined) => {
      const said = valueText(values[name] ?? '', print);
      if (one === undefined || other === undefined) return said;
      return (said === '1' ? one : other).replaceAll('#', said);
    }
  );
