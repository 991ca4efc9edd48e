import { i18n } from '@osd/i18n';
import { MAX_NAME_LENGTH, mapTriggers } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { asksIndices } from '../../../common/monitors/ready_made/answers';
import type { Answers, ReadyMade } from '../../../common/monitors/ready_made/answers';
import { readyMadeMonitor } from '../../../common/monitors/ready_made/ready_made';
import { readyMadeWords } from '../ready_made/words';

/** The name that is filled in: what it watches, and where. */
export const firstName = (which: ReadyMade, { indices }: Answers): string => {
  const { title } = readyMadeWords(which);
  if (!asksIndices(which) || indices.length === 0) return title;
  const name = i18n.translate('watchkeeper.first.name', {
    defaultMessage: '{title}: {indices}',
    values: { title, indices: indices.join(', ') },
  });
  return name.slice(0, MAX_NAME_LENGTH);
};

interface Told {
  /** Undefined: the name that is filled in. */
  name: string | undefined;
  /** Empty: to be chosen yet. Undefined: nobody is told. */
  destinationId: string | undefined;
  newId: () => string;
}

/** The answers as a monitor. */
export const firstDraft = (
  which: ReadyMade,
  answers: Answers,
  { name, destinationId, newId }: Told
): Monitor => {
  const monitor = readyMadeMonitor(
    which,
    {
      name: name ?? firstName(which, answers),
      triggerName: readyMadeWords(which).triggerName,
      newId,
    },
    answers
  );
  return mapTriggers(monitor, (trigger) => ({
    ...trigger,
    actions:
      destinationId === undefined
        ? []
        : trigger.actions.map((action) => ({ ...action, destination_id: destinationId })),
  }));
};
