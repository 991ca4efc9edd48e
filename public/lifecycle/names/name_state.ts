import { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import type { SurroundingsAnswer } from '../../../common/lifecycle/api';
import { explainName } from '../../../common/lifecycle/templates/explain_name';
import type { KnownIndex, NameExplained } from '../../../common/lifecycle/templates/explain_name';
import type { PolicyTemplate } from '../../../common/lifecycle/templates/resolve';
import { templatesOf } from '../../../common/lifecycle/templates/what_if';
import type { WhatIf } from '../../../common/lifecycle/templates/what_if';

/** With fewer letters too many names begin so. */
const LEAST_FOR_MORE = 3;
const MOST_OFFERED = 50;

export const isOneName = (name: string): boolean => name !== '' && !/[*?,\s]/.test(name);

/** What to ask the cluster for: the name, and those that begin with it. */
export const patternsFor = (name: string): string[] => {
  if (!isOneName(name)) return [];
  return name.length < LEAST_FOR_MORE ? [name] : [name, `${name}*`];
};

const namelessPolicy = (place: number): string =>
  i18n.translate('watchkeeper.lifecycle.names.namelessPolicy', {
    defaultMessage: 'Not saved {place}',
    values: { place },
  });

/** The templates of all policies, saved and not. */
export const useTemplates = (
  saved: readonly PolicyTemplate[] | undefined,
  rows: readonly WhatIf[]
): PolicyTemplate[] =>
  useMemo(() => [...(saved ?? []), ...templatesOf(rows, namelessPolicy)], [saved, rows]);

/** What is there under a name, and which policy takes it in. */
export interface Answer {
  explained: NameExplained;
  index?: KnownIndex;
  is_stream: boolean;
}

const indexIn = (around: SurroundingsAnswer | undefined, name: string): KnownIndex | undefined => {
  const found = around?.indices?.find(({ facts }) => facts.name === name);
  if (!found) return undefined;
  const { facts, hidden, policy_id } = found;
  return {
    created_at: facts.created_at,
    ...(hidden ? { hidden } : {}),
    ...(policy_id === undefined ? {} : { policy_id }),
    ...(facts.data_stream ? { data_stream: facts.data_stream.name } : {}),
  };
};

export const useAnswer = (
  templates: readonly PolicyTemplate[],
  name: string,
  around: SurroundingsAnswer | undefined
): Answer =>
  useMemo(() => {
    const index = indexIn(around, name);
    const isStream =
      around?.indices?.some(({ facts }) => facts.data_stream?.name === name) ?? false;
    const restricted = around?.restricted_pattern;
    const explained = explainName(templates, name, {
      ...(index ? { index } : {}),
      ...{ isStream, ...(restricted === undefined ? {} : { restricted }) },
    });
    return { explained, is_stream: isStream, ...(index ? { index } : {}) };
  }, [templates, name, around]);

/** Names of indices and data streams that are there, to choose from. */
export const offeredNames = (around: SurroundingsAnswer | undefined): string[] => {
  const names = (around?.indices ?? []).flatMap(({ facts }) => [
    ...(facts.data_stream ? [facts.data_stream.name] : []),
    facts.name,
  ]);
  return [...new Set(names)].sort().slice(0, MOST_OFFERED);
};
