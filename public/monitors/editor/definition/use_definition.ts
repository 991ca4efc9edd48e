import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '../../../../common/errors';
import type { MonitorType } from '../../../../common/monitors/monitor';
import type { DraftState } from '../draft_state';
import { definitionText, placed, readDefinition } from './definition_text';

export interface DefinitionState {
  /** The text, while it is what is shown. */
  text: string | undefined;
  /** What is wrong with the text, with places in it. */
  problems: FieldProblem[];
  /** The form cannot show what the text says. */
  blocked: boolean;
  open: () => void;
  /** Back to the form, if it can show what the text says. */
  close: () => void;
  /** Back to the form, whatever the text says. */
  leave: () => void;
  edit: (text: string) => void;
  /** Puts back what the form would show. */
  discard: () => void;
}

interface Written {
  text: string;
  problems: FieldProblem[];
  blocked: boolean;
}

/** The draft as text: each change that a form could show is one of the draft. */
export const useDefinition = (
  { draft, update, problems: known }: DraftState,
  savedType: MonitorType | undefined
): DefinitionState => {
  const [written, setWritten] = useState<Written | undefined>(undefined);

  const begin = useCallback(
    () => setWritten({ text: definitionText(draft), problems: [], blocked: false }),
    [draft]
  );
  const edit = useCallback(
    (text: string) => {
      const { monitor, problems } = readDefinition(text, draft, savedType);
      setWritten({ text, problems, blocked: monitor === undefined });
      if (monitor) update(() => monitor);
    },
    [draft, savedType, update]
  );
  const problems = useMemo(() => {
    if (!written) return [];
    const own = written.problems;
    const isTold = (one: FieldProblem) =>
      own.some(({ field, message }) => field === one.field && message === one.message);
    const others = written.blocked ? [] : known.filter((one) => !isTold(one));
    return [...own, ...placed(written.text, others)];
  }, [written, known]);
  return {
    text: written?.text,
    problems,
    blocked: written?.blocked ?? false,
    open: begin,
    close: () => setWritten((now) => (now?.blocked ? now : undefined)),
    leave: () => setWritten(undefined),
    edit,
    discard: begin,
  };
};
