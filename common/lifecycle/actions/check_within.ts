import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import type { Path, PolicyProblem } from '../policy/policy';
import { checkParam, problemOf } from './check_param';
import type { FlagsType, NamedType, ObjectType, OneOfType, Param, ParamType } from './param';

const at = (path: Path, problems: readonly PolicyProblem[]): PolicyProblem[] =>
  problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));

/** Members that the server does not know, where it refuses them. */
export const unknownMembers = (
  value: JsonObject,
  known: readonly string[],
  path: Path
): PolicyProblem[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: [...path, name], message: `The server knows no “${name}” here.` }));

/** What is wrong with parameters, each at its place in the object around them. */
export const checkMembers = (params: readonly Param[], value: JsonObject): PolicyProblem[] =>
  params.flatMap((param) => checkDeep(param, value[param.name], [param.name]));

const inObject = ({ params, strict, check }: ObjectType, value: JsonObject): PolicyProblem[] => {
  const names = params.map(({ name }) => name);
  return [
    ...(strict === false ? [] : unknownMembers(value, names, [])),
    ...checkMembers(params, value),
    ...(check?.(value) ?? []),
  ];
};

const inOneOf = ({ options }: OneOfType, value: JsonObject): PolicyProblem[] =>
  options
    .filter(({ name }) => name in value)
    .flatMap((param) => checkDeep({ ...param, required: true }, value[param.name], [param.name]));

const inNamed = ({ of, check }: NamedType, value: JsonObject): PolicyProblem[] => [
  ...(check?.(value) ?? []),
  ...Object.entries(value).flatMap(([name, each]) => [
    ...(name.trim() === '' ? [{ path: [name], message: 'It needs a name.' }] : []),
    ...checkValue(of, each, [name]),
  ]),
];

const inFlags = ({ options }: FlagsType, value: readonly JsonValue[]): PolicyProblem[] => {
  const names = options.map(({ name }) => name);
  if (value.length === 0) return [{ path: [], message: 'Choose one at least.' }];
  return value.flatMap((each, place) => {
    const own = isJsonObject(each) ? Object.keys(each) : [];
    return own.length === 1 && names.includes(own[0])
      ? []
      : [
          {
            path: [place],
            message: `It is one of ${names.join(', ')}, as in {"${names[0]}": {}}.`,
          },
        ];
  });
};

/** What is wrong within a value that as a whole is of its type. */
const within = (type: ParamType, value: JsonValue): PolicyProblem[] => {
  if (Array.isArray(value)) {
    if (type.kind === 'flags') return inFlags(type, value);
    if (type.kind !== 'list') return [];
    const each = value.flatMap((item, place) => checkValue(type.of, item, [place]));
    return [...each, ...(type.check?.(value) ?? [])];
  }
  if (!isJsonObject(value)) return [];
  switch (type.kind) {
    case 'object':
      return inObject(type, value);
    case 'one_of':
      return inOneOf(type, value);
    case 'named':
      return inNamed(type, value);
    case 'attributes':
      return Object.keys(value)
        .filter((name) => name.trim() === '')
        .map((name) => ({ path: [name], message: 'It needs a name.' }));
    default:
      return [];
  }
};

/** What is wrong with a value that has to be there, and within it. */
export const checkValue = (type: ParamType, value: JsonValue, path: Path): PolicyProblem[] => {
  const message = value === null ? 'It must not be null.' : problemOf(type, value);
  return message === undefined ? at(path, within(type, value)) : [{ path, message }];
};

/** What is wrong with a parameter, and within it. */
export const checkDeep = (
  param: Param,
  value: JsonValue | undefined,
  path: Path
): PolicyProblem[] => {
  const message = checkParam(param, value);
  if (message !== undefined) return [{ path, message }];
  return at(path, within(param.type, value ?? null));
};
