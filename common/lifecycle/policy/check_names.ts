import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import type { PolicyProblem } from './policy';
import { isText, refused } from './refused';

/** No state stands for two, and one of them is the first. */
export const checkNames = (policy: JsonObject, names: readonly string[]): PolicyProblem[] => {
  const path = ['default_state'];
  const twice = names.flatMap((name, place) =>
    names.indexOf(name) < place
      ? refused(
          ['states', place, 'name'],
          phrase(
            'watchkeeper.lifecycle.refusals.stateTwice',
            'There are two states called “{name}”.'
          ),
          { name }
        )
      : []
  );
  const { default_state: first } = policy;
  if (!isText(first))
    return [
      ...twice,
      ...refused(
        path,
        phrase('watchkeeper.lifecycle.refusals.noStart', 'Say in which state an index begins.')
      ),
    ];
  return names.includes(first)
    ? twice
    : [
        ...twice,
        ...refused(
          path,
          phrase(
            'watchkeeper.lifecycle.refusals.unknownStart',
            'There is no state “{name}” to begin in.'
          ),
          { name: first }
        ),
      ];
};
