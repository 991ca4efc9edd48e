import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '../../../common/errors';
import type { DestinationRecord } from '../../../common/notifications/api';
import { emptyForm, formOfStored } from './destination_form';
import type { DestinationForm } from './destination_form';
import { lookUp, ofDestination, problemsOf } from './problems';
import { storedOf } from './stored_destination';
import type { ProblemsAt } from './stored_destination';

export const formOfRecord = ({ destination, has_secrets }: DestinationRecord): DestinationForm =>
  formOfStored(destination, has_secrets);

export interface DestinationFormState {
  form: DestinationForm;
  change: (form: DestinationForm) => void;
  dirty: boolean;
  problemsAt: ProblemsAt;
  problems: FieldProblem[];
  /** Counts refused attempts, so that the page can go to the first field that is wrong. */
  attempts: number;
  /** From now on problems are shown. True when there are none. */
  attempt: () => boolean;
  /** Shows what the server found. */
  refuse: (problems: FieldProblem[]) => void;
}

/** The state of the form: what it holds, whether that differs from what was opened, and what is wrong with it. */
export const useDestinationForm = (
  record?: DestinationRecord,
  template?: DestinationForm
): DestinationFormState => {
  const stored = useMemo(() => (record ? storedOf(record) : undefined), [record]);
  const [opened] = useState(() =>
    record ? formOfRecord(record) : (template ?? emptyForm('slack'))
  );
  const [form, setForm] = useState<DestinationForm>(opened);
  const [refused, setRefused] = useState<FieldProblem[]>([]);
  const [attempts, setAttempts] = useState(0);

  const own = useMemo(() => problemsOf(form, stored), [form, stored]);
  const problems = useMemo(
    () => (attempts > 0 ? [...own, ...refused] : refused),
    [attempts, own, refused]
  );
  const change = useCallback((changed: DestinationForm) => {
    setForm(changed);
    // What the server found was found in another text.
    setRefused([]);
  }, []);

  return {
    form,
    change,
    dirty: JSON.stringify(form) !== JSON.stringify(opened),
    problems,
    problemsAt: useMemo(() => lookUp(problems), [problems]),
    attempts,
    attempt: () => {
      if (own.length > 0) setAttempts((count) => count + 1);
      return own.length === 0;
    },
    refuse: (found) => {
      setRefused(ofDestination(found));
      setAttempts((count) => count + 1);
    },
  };
};
