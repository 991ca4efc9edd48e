import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import { NO_NULL, checkParam } from '../actions/check_param';
import { conditionKind } from '../conditions/condition_kinds';
import { parseByteSize } from '../units/byte_size';
import { cronProblems } from './check_cron';
import type { Path, PolicyProblem } from './policy';
import { refused } from './refused';

/** What the server refuses of the conditions of a transition. */
export const checkConditions = (value: unknown, path: Path): PolicyProblem[] => {
  if (!isRecord(value)) {
    return value === undefined
      ? []
      : refused(
          path,
          phrase('watchkeeper.lifecycle.refusals.conditionsObject', 'Conditions are an object.')
        );
  }
  const conditions = value as JsonObject;
  const names = Object.keys(conditions);
  const several =
    names.length > 1
      ? refused(
          path,
          phrase(
            'watchkeeper.lifecycle.refusals.severalConditions',
            'A transition waits for one condition. Make a transition for each.'
          )
        )
      : [];
  return [
    ...several,
    ...names.flatMap((name): PolicyProblem[] => {
      const at = [...path, name];
      const kind = conditionKind(name);
      if (!kind)
        return refused(
          at,
          phrase(
            'watchkeeper.lifecycle.refusals.unknownCondition',
            'The server knows no condition “{name}”.'
          ),
          { name }
        );
      if (conditions[name] === null) return [{ path: at, message: NO_NULL }];
      if (name === 'cron') return cronProblems(conditions[name], at);
      const isNothing = kind.type.kind === 'size' && parseByteSize(String(conditions[name])) === 0;
      const message = isNothing
        ? 'It must be more than nothing.'
        : checkParam(kind, conditions[name]);
      return message === undefined ? [] : [{ path: at, message }];
    }),
  ];
};
