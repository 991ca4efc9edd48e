import { useCallback, useMemo, useState } from 'react';
import { printQuery } from '../../../../common/monitors/query_builder/print_query';
import type { VisualQuery } from '../../../../common/monitors/query_builder/visual_query';
import { modelOf, queryOf } from './builder_model';
import type { BuilderModel } from './builder_model';

export interface Builder {
  model: BuilderModel;
  change: (changes: Partial<BuilderModel>) => void;
  /** Members of the query other than its rows. */
  set: (changes: Partial<VisualQuery>) => void;
}

/**
 * The query of a text on the page. The text stays what counts: the page remembers rows that are not part of it yet for
 * as long as nobody else changes it.
 *
 * @param query what `readQuery` reads in the text
 */
export const useBuilder = (
  text: string,
  query: VisualQuery,
  onText: (text: string) => void
): Builder => {
  const [written, setWritten] = useState<{ text: string; model: BuilderModel }>();
  const read = useMemo(() => modelOf(query), [query]);
  const model = written?.text === text ? written.model : read;
  const change = useCallback(
    (changes: Partial<BuilderModel>) => {
      const next = { ...model, ...changes };
      const printed = printQuery(queryOf(next));
      // What changes nothing in the query leaves the author's own layout alone.
      const isSame = printed === printQuery(queryOf(model));
      setWritten({ text: isSame ? text : printed, model: next });
      if (!isSame) onText(printed);
    },
    [model, text, onText]
  );
  const set = useCallback(
    (changes: Partial<VisualQuery>) => change({ query: { ...model.query, ...changes } }),
    [change, model]
  );
  return { model, change, set };
};
