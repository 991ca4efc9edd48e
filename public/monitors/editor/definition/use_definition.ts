import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '../../../../common/errors';
import type { Monitor, MonitorType } from '../../../../common/monitors/monitor';
import type { DraftState } from '../draft_state';
import { definitionText, placed, readDefinition } from './definition_text';

/** The form, the text, or one beside the other. */
export type EditorView = 'form' | 'text' | 'beside';

export interface DefinitionState {
  view: EditorView;
  /** The text, while it is shown. */
  text: string | undefined;
  /** What is wrong with the text, with places in it. */
  problems: FieldProblem[];
  /** The form cannot show what the text says. */
  blocked: boolean;
  /** Shows another view; not while the form cannot show what the text says. */
  show: (view: EditorView) => void;
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
  /** The draft that the text says. */
  of: Monitor;
}

const writtenOf = (draft: Monitor): Written => ({
  text: definitionText(draft),
  problems: [],
  blocked: false,
  of: draft,
});

/** The draft as text: each change that a form could show is one of the draft, and each of the form one of the text. */
export const useDefinition = (
  { draft, update, problems: known }: DraftState,
  savedType: MonitorType | undefined
): DefinitionState => {
  const [view, setView] = useState<EditorView>('form');
  const [kept, setWritten] = useState<Written | undefined>(undefined);
  // What somebody has written stays as it is until the form says something else.
  const written = useMemo(
    () => (kept && !kept.blocked && kept.of !== draft ? writtenOf(draft) : kept),
    [kept, draft]
  );

  const show = useCallback(
    (next: EditorView) => {
      if (written?.blocked && next === 'form') return;
      setWritten(next === 'form' ? undefined : (written ?? writtenOf(draft)));
      setView(next);
    },
    [draft, written]
  );
  const edit = useCallback(
    (text: string) => {
      const { monitor, problems } = readDefinition(text, draft, savedType);
      setWritten({ text, problems, blocked: monitor === undefined, of: monitor ?? draft });
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
    view,
    text: written?.text,
    problems,
    blocked: written?.blocked ?? false,
    show,
    leave: () => {
      setWritten(undefined);
      setView('form');
    },
    edit,
    discard: () => setWritten(writtenOf(draft)),
  };
};
