import { useMemo } from 'react';
import { indicesOf } from '../../../../common/monitors/monitor';
import type { Action, Trigger } from '../../../../common/monitors/monitor';
import { messageSample } from '../../../../common/monitors/sample/message_sample';
import type { MessageSample } from '../../../../common/monitors/sample/message_sample';
import { useFields } from '../../first/known_of_cluster';
import { useEditor } from '../editor_model';
import { usePreviewNames } from '../preview_names';
import { useFoundRun } from '../preview/found_run';

/** What the templates of an action are checked against, and completed from. */
export const useMessageSample = (
  { id: triggerId }: Trigger,
  { id: actionId }: Action
): MessageSample => {
  const { draft: monitor } = useEditor();
  const found = useFoundRun();
  const names = usePreviewNames();
  const { data: fields } = useFields(indicesOf(monitor));
  return useMemo(
    () => messageSample({ monitor, triggerId, actionId, found, fields, names }),
    [monitor, triggerId, actionId, found, fields, names]
  );
};
