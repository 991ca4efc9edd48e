import { useCallback, useMemo, useState } from 'react';
import type { KnownField } from '../../../common/indices/field_guesses';
import type { IndexFamily } from '../../../common/indices/families';
import { asksIndices } from '../../../common/monitors/ready_made/answers';
import type { Answers, ReadyMade } from '../../../common/monitors/ready_made/answers';
import { filledIn } from '../../../common/monitors/ready_made/fill_in';
import { useFamilies, useFields } from './known_of_cluster';

export interface AnswersState {
  which: ReadyMade;
  answers: Answers;
  give: (answers: Partial<Answers>) => void;
  /** Somebody has written something. */
  touched: boolean;
  families: IndexFamily[];
  fields: KnownField[];
  /** Families or fields are still being asked for. */
  loading: boolean;
  familiesError: unknown;
  fieldsError: unknown;
  retry: () => void;
}

/** Of a field that the former indices had: it is guessed anew for others. */
const OF_FIELDS = ['timeField', 'levelField', 'serviceField', 'durationField'] as const;

/** The answers to a question: what was written, else what the cluster suggests. */
export const useAnswers = (which: ReadyMade): AnswersState => {
  const [given, setGiven] = useState<Partial<Answers>>({});
  const families = useFamilies(asksIndices(which));
  const { indices } = filledIn(which, given, { families: families.data });
  const fields = useFields(indices);
  const answers = useMemo(
    () => filledIn(which, given, { families: families.data, fields: fields.data }),
    [which, given, families.data, fields.data]
  );
  const give = useCallback((next: Partial<Answers>) => {
    setGiven((before) => {
      const kept = { ...before };
      if ('indices' in next) OF_FIELDS.forEach((field) => delete kept[field]);
      return { ...kept, ...next };
    });
  }, []);
  return {
    which,
    answers,
    give,
    touched: Object.keys(given).length > 0,
    families: families.data ?? [],
    fields: fields.data ?? [],
    loading: families.isFetching || fields.isFetching,
    familiesError: families.error,
    fieldsError: fields.error,
    retry: () => void families.refetch(),
  };
};
