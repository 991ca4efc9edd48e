import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import type { Sentence, SentenceValue } from '../../../common/lifecycle/explain/sentence';
import { formatBytes, formatCount } from '../../shared/numbers';
import { say } from '../../shared/say';
import { formatDuration, useTime } from '../../shared/time';

type Format = (instant: number) => string;

const valueText = (value: SentenceValue, format: Format): string => {
  if (typeof value === 'string') return value;
  if ('duration' in value) return formatDuration(value.duration);
  if ('bytes' in value) return formatBytes(value.bytes);
  if ('count' in value) return formatCount(value.count);
  if ('instant' in value) return format(value.instant);
  if ('label' in value) return say(value.label);
  const options = { type: 'disjunction' } as const;
  const parts = value.any_of.map((each) => sentenceText(each, format));
  return new Intl.ListFormat(i18n.getLocale(), options).format(parts);
};

const sentenceText = ({ text, values }: Sentence, format: Format): string => {
  const said = Object.entries(values).map(([name, value]) => [name, valueText(value, format)]);
  return i18n.translate(text.id, {
    ...{ defaultMessage: text.defaultMessage, values: Object.fromEntries(said) },
  });
};

/** Says why a managed index is where it is, in the reader's language and time zone. */
export const useSentence = (): ((sentence: Sentence) => string) => {
  const { formatShort } = useTime();
  return useCallback((sentence) => sentenceText(sentence, formatShort), [formatShort]);
};
