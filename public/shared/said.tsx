import React, { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import type { FieldProblem } from '../../common/errors';
import type { Sentence, SentenceValue } from '../../common/sentence';
import { formatBytes, formatCount } from './numbers';
import { say } from './say';
import { formatDuration, useTime } from './time';

type Format = (instant: number) => string;

const valueText = (value: SentenceValue, format: Format): string => {
  if (typeof value === 'string') return value;
  if ('text' in value) return sentenceText(value, format);
  if ('duration' in value) return formatDuration(value.duration);
  if ('bytes' in value) return formatBytes(value.bytes);
  if ('count' in value) return formatCount(value.count);
  if ('chosen_by' in value) return formatCount(value.chosen_by);
  if ('instant' in value) return format(value.instant);
  if ('label' in value) return say(value.label);
  const parts = value.any_of.map((each) => sentenceText(each, format));
  return new Intl.ListFormat(i18n.getLocale(), { type: 'disjunction' }).format(parts);
};

/** Words are chosen by a number, not by how it is written. */
const wordValue = (value: SentenceValue, format: Format): string | number =>
  typeof value === 'object' && 'chosen_by' in value ? value.chosen_by : valueText(value, format);

const sentenceText = ({ text, values }: Sentence, format: Format): string =>
  say(
    text,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, wordValue(value, format)])
    )
  );

/** Says what `common/` explains, in the reader's language and time zone. */
export const useSaid = (): {
  said: (sentence: Sentence) => string;
  amount: (value: SentenceValue) => string;
  /** A problem by its sentence, where it has one. */
  told: (problem: Pick<FieldProblem, 'said' | 'message'>) => string;
} => {
  const { formatShort } = useTime();
  const said = useCallback((each: Sentence) => sentenceText(each, formatShort), [formatShort]);
  const amount = useCallback((each: SentenceValue) => valueText(each, formatShort), [formatShort]);
  const told = useCallback<ReturnType<typeof useSaid>['told']>(
    ({ said: sentence, message }) => (sentence ? said(sentence) : message),
    [said]
  );
  return { said, amount, told };
};

/** A sentence where a node can stand. */
export const Said: React.FC<{ sentence: Sentence }> = ({ sentence }) => {
  const { said } = useSaid();
  return <>{said(sentence)}</>;
};
