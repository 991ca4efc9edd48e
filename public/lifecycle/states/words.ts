import { i18n } from '@osd/i18n';
import { stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { actionKind } from '../../../common/lifecycle/actions/registry';
import type { Action, Path, Policy, Transition } from '../../../common/lifecycle/policy/policy';
import { parseTimeValue } from '../../../common/lifecycle/units/time_value';
import { say } from '../../shared/say';
import { formatDuration } from '../../shared/time';
import { fits, isWide } from './fields/fits';
import { paramText, shownAs } from './param_text';
import { typeWords } from './type_words';

const MOST_LETTERS = 60;

export const short = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;

export const valueText = (value: JsonValue): string => {
  if (typeof value === 'string') return value;
  if (isJsonObject(value) && typeof value.source === 'string') return value.source;
  return stringifyLossless(value);
};

export const durationText = (value: unknown): string => {
  const text = typeof value === 'string' ? value : stringifyLossless(value);
  const milliseconds = parseTimeValue(text);
  return milliseconds === undefined ? text : formatDuration(milliseconds);
};

/** The action by its name for people; of others the name that the document gives. */
export const actionLabel = (type: string): string => {
  const kind = actionKind(type);
  if (kind) return say(kind.label);
  return (
    type ||
    i18n.translate('watchkeeper.lifecycle.words.noActionLabel', { defaultMessage: 'No action' })
  );
};

const hostOf = (receiver: JsonValue): string => {
  if (!isJsonObject(receiver)) return '';
  const { url, host } = receiver;
  if (typeof host === 'string') return host;
  try {
    return typeof url === 'string' ? new URL(url).host : '';
  } catch {
    return '';
  }
};

/** The kind and the host: whoever has the whole address of a webhook may write there. */
const destinationText = (destination: JsonObject): string =>
  Object.entries(destination)
    .filter(([, receiver]) => isJsonObject(receiver))
    .map(([kind, receiver]) => `${kind} ${hostOf(receiver)}`.trim())
    .join(', ');

/** What it is told, in one line. */
export const actionDetails = ({ type, params }: Action): string => {
  const kind = actionKind(type);
  const known = new Map((kind?.params ?? []).map((param) => [param.name, param]));
  const told = (name: string, value: JsonValue): string => {
    const param = known.get(name);
    if (!param) return `${name}: ${valueText(value)}`;
    if (name === 'destination' && isJsonObject(value)) {
      return `${say(param.label)}: ${destinationText(value)}`;
    }
    // As its field shows it; what has none stands on one line.
    const isJson = shownAs(param.type, value) === 'json';
    if (!isJson) return `${say(param.label)}: ${paramText(param.type, value)}`;
    const isNested = isWide(param.type) && fits(param.type, value);
    return `${say(param.label)}: ${isNested ? typeWords(param.type, value) : valueText(value)}`;
  };
  return short(
    Object.entries(params)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => told(name, value))
      .join(' · ')
  );
};

export const cronText = (value: JsonValue): string => {
  const cron = isJsonObject(value) ? value.cron : undefined;
  return isJsonObject(cron)
    ? [cron.expression, cron.timezone].filter((each) => typeof each === 'string').join(' ')
    : stringifyLossless(value);
};

const sentences: Readonly<Record<string, (to: string, value: JsonValue) => string>> = {
  min_index_age: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.indexAgeSentence', {
      defaultMessage: 'To “{to}” once the index is {age} old',
      values: { to, age: durationText(value) },
    }),
  min_rollover_age: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.rolloverAgeSentence', {
      defaultMessage: 'To “{to}” {age} after the rollover',
      values: { to, age: durationText(value) },
    }),
  min_state_age: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.stateAgeSentence', {
      defaultMessage: 'To “{to}” after {age} in this state',
      values: { to, age: durationText(value) },
    }),
  min_doc_count: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.docCountSentence', {
      defaultMessage: 'To “{to}” once it has {count} documents',
      values: { to, count: valueText(value) },
    }),
  min_size: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.sizeSentence', {
      defaultMessage: 'To “{to}” once its primaries are {size} large',
      values: { to, size: valueText(value) },
    }),
  cron: (to, value) =>
    i18n.translate('watchkeeper.lifecycle.words.cronSentence', {
      defaultMessage: 'To “{to}” when it is {cron}',
      values: { to, cron: cronText(value) },
    }),
  no_alias: (to, value) =>
    value === false
      ? i18n.translate('watchkeeper.lifecycle.words.someAliasSentence', {
          defaultMessage: 'To “{to}” once it has an alias',
          values: { to },
        })
      : i18n.translate('watchkeeper.lifecycle.words.noAliasSentence', {
          defaultMessage: 'To “{to}” once no alias is left on it',
          values: { to },
        }),
};

/** Where it leads and what it waits for, in one sentence. */
export const transitionSentence = ({ state_name: to, conditions }: Transition): string => {
  if (!conditions) {
    return i18n.translate('watchkeeper.lifecycle.words.atOnceSentence', {
      defaultMessage: 'To “{to}” at once',
      values: { to },
    });
  }
  const entries = Object.entries(conditions);
  const [[name, value] = ['', null]] = entries;
  if (entries.length === 0) {
    return i18n.translate('watchkeeper.lifecycle.words.neverSentence', {
      defaultMessage: 'Never to “{to}”: its conditions are empty',
      values: { to },
    });
  }
  const sentence = entries.length === 1 ? sentences[name] : undefined;
  return (
    sentence?.(to, value) ??
    i18n.translate('watchkeeper.lifecycle.words.otherSentence', {
      defaultMessage: 'To “{to}” under {conditions}',
      values: { to, conditions: short(stringifyLossless(conditions)) },
    })
  );
};

/** A place in the document, as its author knows it: “hot › Rollover › min_size”. */
export const placeWords = (policy: Policy, path: Path): string => {
  const [list, at, part, place, ...rest] = path;
  if (list !== 'states' || typeof at !== 'number') return path.join(' › ');
  const state = policy.states.at(at);
  const action = part === 'actions' ? state?.actions.at(Number(place)) : undefined;
  const transition = part === 'transitions' ? state?.transitions.at(Number(place)) : undefined;
  const inner = () => {
    if (action) return [actionLabel(action.type), ...rest.filter((key) => key !== action.type)];
    if (transition) return [`→ ${transition.state_name}`, ...rest];
    return [part, place, ...rest].filter((key) => key !== undefined);
  };
  return [state?.name || `#${at + 1}`, ...inner()].join(' › ');
};
