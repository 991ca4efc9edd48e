import type React from 'react';
import type { JsonValue } from '../../../../common/json/lossless';
import { checkParam } from '../../../../common/lifecycle/actions/check_param';
import type { Param, ParamType } from '../../../../common/lifecycle/actions/param';
import type { Finding } from '../../../../common/lifecycle/lint/finding';
import type { Path, PolicyProblem } from '../../../../common/lifecycle/policy/policy';

/** A parameter as a field of a form. */
export interface FieldProps {
  param: Param;
  value: JsonValue | undefined;
  /** Undefined takes the parameter out of the document. */
  onChange: (value: JsonValue | undefined) => void;
  /** Where in the document the value stands. */
  path: Path;
  /** What is wrong, anywhere in the document. */
  problems: readonly PolicyProblem[];
  /** Without a title of its own: what is around it has one. */
  bare?: true;
}

export type Field = React.FC<FieldProps>;

/** A field that has others in it. They are handed in, since any kind may stand in any other. */
export interface NestingProps<Type extends ParamType> extends FieldProps {
  type: Type;
  Field: Field;
}

const startsWith = (path: Path, start: Path): boolean =>
  path.length >= start.length && start.every((key, place) => path[place] === key);

export const errorsOf = (findings: readonly Finding[]): readonly PolicyProblem[] =>
  findings.filter(({ severity }) => severity === 'error');

/** What is said at this very place. */
export const faultsAt = (problems: readonly PolicyProblem[], path: Path): string[] => [
  ...new Set(
    problems
      .filter((problem) => problem.path.length === path.length && startsWith(problem.path, path))
      .map(({ message }) => message)
  ),
];

/** What is said at this place and within it. */
export const faultsWithin = (problems: readonly PolicyProblem[], path: Path): string[] => [
  ...new Set(
    problems.filter((problem) => startsWith(problem.path, path)).map(({ message }) => message)
  ),
];

/** What is wrong with the value of a field, by its type and by all that is known of its place. */
export const faultsOf = ({ param, value, path, problems }: FieldProps): string[] => {
  const own = checkParam(param, value);
  const there = faultsAt(problems, path);
  return own === undefined || there.includes(own) ? there : [own, ...there];
};
