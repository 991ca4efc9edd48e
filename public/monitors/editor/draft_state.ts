import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '../../../common/errors';
import type { Monitor } from '../../../common/monitors/monitor';
import type { Change } from './changes';
import { findingsOf, problemsAt, schemaProblems, standingProblems } from './field_problems';
import type { Finding } from './field_problems';

export interface DraftState {
  draft: Monitor;
  dirty: boolean;
  update: (change: Change) => void;
  /** Puts another draft in its place, whose saved state is `saved`. */
  reset: (saved: Monitor, draft?: Monitor) => void;
  /** All that is known to be wrong. The schema's part appears with the first attempt to save. */
  problems: FieldProblem[];
  problemsAt: (field: string) => FieldProblem[];
  /** True when the schema finds nothing wrong; from now on it is asked at every change. */
  check: () => boolean;
  /** What the server found wrong with the draft as it is. */
  report: (problems: FieldProblem[]) => void;
}

/**
 * The draft of a monitor: the monitor itself, with what is wrong about it.
 *
 * @param initial what is saved, or what a new monitor begins with
 * @param written what is being written already, where that is something else
 */
export const useDraft = (initial: Monitor, written: Monitor = initial): DraftState => {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(written);
  const [attempted, setAttempted] = useState(false);
  const [findings, setFindings] = useState<Finding[]>([]);

  const update = useCallback((change: Change) => setDraft((current) => change(current)), []);
  const reset = useCallback((nextSaved: Monitor, nextDraft?: Monitor) => {
    setSaved(nextSaved);
    setDraft(nextDraft ?? nextSaved);
    setFindings([]);
    setAttempted(false);
  }, []);
  const check = useCallback(() => {
    setAttempted(true);
    return schemaProblems(draft).length === 0;
  }, [draft]);
  const report = useCallback(
    (found: FieldProblem[]) => setFindings(findingsOf(draft, found)),
    [draft]
  );
  const problems = useMemo(
    () => [...(attempted ? schemaProblems(draft) : []), ...standingProblems(draft, findings)],
    [attempted, draft, findings]
  );
  const at = useCallback((field: string) => problemsAt(problems, field), [problems]);
  const dirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(saved), [draft, saved]);
  return { draft, dirty, update, reset, problems, problemsAt: at, check, report };
};
