import type { StepWhat } from './steps';
import type { TaskStep } from './task_record';
import type { TaskView } from './tasks_api';

/** In the place of a name that the viewer may not see. */
export const UNSEEN = '…';

const namesOfStep = (what: StepWhat): readonly string[] => [
  what.index,
  ...(what.do === 'reindex' ? what.sources : []),
  ...(what.do === 'rollover' && what.new_name !== undefined ? [what.new_name] : []),
  ...(what.do === 'resize' ? [what.target] : []),
];

/** All indices, aliases and data streams that a task names. */
export const namesOfTask = ({ sources, target, steps }: TaskView): string[] => [
  ...new Set([
    ...sources,
    ...(target === undefined ? [] : [target]),
    ...steps.flatMap(({ what }) => namesOfStep(what)),
  ]),
];

type Shown = (name: string) => string;

const whatFor = (what: StepWhat, shown: Shown): StepWhat => {
  const index = shown(what.index);
  switch (what.do) {
    case 'reindex':
      return { ...what, index, sources: what.sources.map(shown) };
    case 'rollover':
      return {
        ...what,
        index,
        ...(what.new_name === undefined ? {} : { new_name: shown(what.new_name) }),
      };
    case 'resize':
      return { ...what, index, target: shown(what.target) };
    default:
      return { ...what, index };
  }
};

/** What the cluster says of a step names indices, too: only numbers are left of it. */
const stepFor = (step: TaskStep, sees: (name: string) => boolean): TaskStep => {
  if (namesOfStep(step.what).every(sees)) return step;
  const what = whatFor(step.what, (name) => (sees(name) ? name : UNSEEN));
  const numbers = Object.entries(step.result ?? {}).filter(
    ([, value]) => typeof value === 'number'
  );
  const result = step.result && Object.fromEntries(numbers);
  return { ...step, what, reason: undefined, result };
};

/**
 * A task for somebody who did not begin it: without the names that they may not see, and with how many those are.
 *
 * @param seen the names that the cluster lets the viewer see
 */
export const withoutUnseen = (task: TaskView, seen: ReadonlySet<string>): TaskView => {
  const sees = (name: string): boolean => seen.has(name);
  const unseen = namesOfTask(task).filter((name) => !sees(name)).length;
  if (unseen === 0) return task;
  const { target } = task;
  return {
    ...task,
    sources: task.sources.filter(sees),
    target: target !== undefined && sees(target) ? target : undefined,
    stopped_because: undefined,
    steps: task.steps.map((step) => stepFor(step, sees)),
    unseen,
  };
};
