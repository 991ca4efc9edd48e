import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import { problemOf } from '../../../../common/lifecycle/actions/check_param';
import type { ParamType } from '../../../../common/lifecycle/actions/param';

/** Kinds that take the whole width, since they have fields in them. */
const WIDE: ReadonlyArray<ParamType['kind']> = ['object', 'list', 'one_of', 'named', 'cron'];

export const isWide = ({ kind }: ParamType): boolean => WIDE.includes(kind);

const onlyTexts = (value: JsonValue, ...names: string[]): boolean =>
  isJsonObject(value) &&
  Object.keys(value).length === names.length &&
  names.every((name) => typeof value[name] === 'string');

const isScalar = (value: JsonValue): boolean =>
  value !== null && !Array.isArray(value) && !isJsonObject(value);

/** Whether the form of a kind can show a value, and change it without losing anything of it. */
export const fits = (type: ParamType, value: JsonValue | undefined): boolean => {
  if (value === undefined || value === null) return true;
  switch (type.kind) {
    case 'cron':
      return (
        isJsonObject(value) &&
        Object.keys(value).join() === 'cron' &&
        onlyTexts(value.cron, 'expression', 'timezone')
      );
    case 'attributes':
      return isJsonObject(value) && Object.values(value).every(isScalar);
    case 'switch':
    case 'object':
    case 'list':
    case 'one_of':
    case 'named':
    case 'flags':
      return problemOf(type, value) === undefined;
    default:
      return true;
  }
};
