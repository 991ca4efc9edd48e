import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { ParamType } from '../../../common/lifecycle/actions/param';
import { say } from '../../shared/say';
import { fits } from './fields/fits';
import { paramText, shownAs } from './param_text';

const joined = (parts: readonly string[], by: string): string =>
  parts.filter((part) => part !== '').join(by);

/** A value with fields in it, in few words: what is chosen and what is written, without the names of the fields. */
const within = (type: ParamType, value: JsonValue): string | undefined => {
  if (Array.isArray(value)) {
    if (type.kind === 'list') {
      return joined(
        value.map((each) => typeWords(type.of, each)),
        '; '
      );
    }
    if (type.kind !== 'flags') return undefined;
    const chosen = type.options.filter(({ name }) =>
      value.some((each) => isJsonObject(each) && name in each)
    );
    return joined(
      chosen.map(({ label }) => say(label)),
      ', '
    );
  }
  if (!isJsonObject(value)) return undefined;
  switch (type.kind) {
    case 'object':
      return joined(
        type.params.map((param) => typeWords(param.type, value[param.name] ?? null)),
        ', '
      );
    case 'one_of': {
      const chosen = type.options.find(({ name }) => name in value);
      return chosen && joined([say(chosen.label), typeWords(chosen.type, value[chosen.name])], ' ');
    }
    case 'named':
      return joined(
        Object.entries(value).map(([name, each]) => joined([name, typeWords(type.of, each)], ': ')),
        ', '
      );
    default:
      return undefined;
  }
};

/** A value of a type in few words; as JSON where it is of another form. Nothing where there is none. */
export const typeWords = (type: ParamType, value: JsonValue): string => {
  if (value === null || typeof value === 'boolean') return '';
  const words = fits(type, value) ? within(type, value) : undefined;
  if (words !== undefined) return words;
  // On one line.
  const text = paramText(type, value);
  return shownAs(type, value) === 'json' ? text.replace(/\s*\n\s*/g, ' ') : text;
};
