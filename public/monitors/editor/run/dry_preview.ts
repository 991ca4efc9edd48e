import { useMemo } from 'react';
import { mapTriggers } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import { previewRun } from '../../../../common/monitors/preview';
import type { RunPreview } from '../../../../common/monitors/preview';
import { messageOf } from '../../../../common/errors';
import { useEditor } from '../editor_model';
import { usePreviewNames } from '../preview_names';
import type { PreviewNames } from '../preview_names';
import type { DoneDryRun } from '../query_run';

export type DryPreview = RunPreview | { failure: string };

const isPreview = (preview: DryPreview): preview is RunPreview => 'alerts' in preview;

/** What the draft, as it is now, would make of what the last Run found. */
const previewOf = (monitor: Monitor, { answer }: DoneDryRun, names: PreviewNames): DryPreview => {
  try {
    return previewRun(monitor, answer, names);
  } catch (error) {
    // A draft need not be right yet.
    return { failure: messageOf(error) };
  }
};

export const useDryPreview = (): RunPreview | undefined => {
  const {
    draft,
    runner: { dry },
  } = useEditor();
  const names = usePreviewNames();
  return useMemo(() => {
    if (!dry) return undefined;
    const preview = previewOf(draft, dry, names);
    return isPreview(preview) ? preview : undefined;
  }, [draft, dry, names]);
};

/** The same without what keeps a first run from telling: for the message as it will be. */
export const asIfLasting = (monitor: Monitor): Monitor =>
  mapTriggers(monitor, (trigger) => ({ ...trigger, for: undefined, occurrences: undefined }));

export const useMessagesOfLastRun = (triggerId: string, actionId: string) => {
  const {
    draft,
    runner: { dry },
  } = useEditor();
  const names = usePreviewNames();
  return useMemo(() => {
    if (!dry) return undefined;
    const preview = previewOf(asIfLasting(draft), dry, names);
    if (!isPreview(preview)) return { messages: [], failure: preview.failure };
    const result = preview.triggers
      .find(({ id }) => id === triggerId)
      ?.actions?.find(({ id, outcome }) => id === actionId && outcome === 'error');
    const messages = preview.messages.filter(
      ({ trigger_id: trigger, action_id: action }) => trigger === triggerId && action === actionId
    );
    return { messages, failure: result?.reason };
  }, [draft, dry, names, triggerId, actionId]);
};
