import type { Monitor } from '../../../common/monitors/monitor';
import { readyMadeMonitor } from '../../../common/monitors/ready_made';
import type { ReadyMade } from '../../../common/monitors/ready_made';
import { newId } from '../editor/new_ids';
import { readyMadeWords } from './words';

/** A ready-made monitor as the editor begins with it. */
export const readyMadeDraft = (which: ReadyMade): Monitor => {
  const { title, triggerName } = readyMadeWords(which);
  return readyMadeMonitor(which, { name: title, triggerName, newId });
};
