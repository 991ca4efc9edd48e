import { useMemo } from 'react';
import type { FoundRun } from '../../../../common/monitors/found_run';
import { messageOf } from '../../../../common/errors';
import type { Monitor } from '../../../../common/monitors/monitor';
import { previewRuns } from '../../../../common/monitors/preview';
import type { PreviewedRun } from '../../../../common/monitors/preview';
import { useDebounced } from '../../../shared/debounced';
import { usableSchedule } from '../../schedule/usable_schedule';
import { useEditor } from '../editor_model';
import { usePreviewNames } from '../preview_names';
import type { PreviewNames } from '../preview_names';
import { useFoundRun } from './found_run';

/** So many runs in a row are stepped. */
export const MOST_RUNS = 10;

/** Of many groups the first are stepped: each run renders a message for each. */
export const MOST_STEPPED = 50;

const PAUSE = 300;

/** Fewer groups of each trigger: those that triggered come first. */
const fewer = (found: FoundRun): FoundRun => {
  const { finding } = found;
  if (finding.kind !== 'answer') return found;
  const verdicts = finding.verdicts.map((verdict) =>
    verdict.kind === 'judged'
      ? { ...verdict, groups: verdict.groups.slice(0, MOST_STEPPED) }
      : verdict
  );
  return { ...found, finding: { ...finding, verdicts } };
};

export type RunsPreview =
  | { kind: 'none' }
  | { kind: 'failure'; message: string }
  | { kind: 'runs'; monitor: Monitor; found: FoundRun; runs: readonly PreviewedRun[] };

const previewOf = (draft: Monitor, found: FoundRun, names: PreviewNames): RunsPreview => {
  const monitor = { ...draft, schedule: usableSchedule(draft.schedule) };
  try {
    return {
      kind: 'runs',
      monitor,
      found,
      runs: previewRuns(monitor, fewer(found), MOST_RUNS, names),
    };
  } catch (error) {
    // A draft need not be right yet.
    return { kind: 'failure', message: messageOf(error) };
  }
};

/** What the draft would make of what the last Run found, were it found again and again. */
export const useRunsPreview = (): RunsPreview => {
  const { draft } = useEditor();
  const found = useFoundRun();
  const names = usePreviewNames();
  const settled = useDebounced(draft, PAUSE);
  return useMemo(
    () => (found ? previewOf(settled, found, names) : { kind: 'none' }),
    [settled, found, names]
  );
};
