import { isRecord } from '../../json/record';

/** Settings that most templates have, by their names without `index.`. */
export const USUAL_SETTINGS = [
  'number_of_shards',
  'number_of_replicas',
  'refresh_interval',
  'plugins.index_state_management.rollover_alias',
] as const;
export type UsualSetting = (typeof USUAL_SETTINGS)[number];

type Settings = Readonly<Record<string, unknown>>;

/** The ways in which a setting can be written: with or without `index`, by dots or nested. */
const placesOf = (setting: string, settings: Settings): string[][] => {
  const whole = ['index', ...setting.split('.')];
  const found: string[][] = [];
  const walk = (value: Settings, rest: readonly string[], path: string[]): void => {
    for (let length = 1; length <= rest.length; length += 1) {
      const name = rest.slice(0, length).join('.');
      if (!(name in value)) continue;
      const next = value[name];
      const here = [...path, name];
      if (length === rest.length) found.push(here);
      else if (isRecord(next)) walk(next, rest.slice(length), here);
    }
  };
  walk(settings, whole, []);
  walk(settings, whole.slice(1), []);
  return found;
};

const valueAt = (settings: Settings, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), settings);

/** A setting as text, however it is written; an empty text where it is not set. */
export const settingIn = (settings: unknown, setting: string): string => {
  if (!isRecord(settings)) return '';
  const [place] = placesOf(setting, settings);
  const value = place && valueAt(settings, place);
  return value === undefined || value === null || isRecord(value) ? '' : String(value);
};

const put = (settings: Settings, [name, ...rest]: readonly string[], value: unknown): Settings => {
  const { [name]: before, ...others } = settings;
  const inner = rest.length === 0 ? value : put(isRecord(before) ? before : {}, rest, value);
  const isGone =
    inner === undefined || (rest.length > 0 && Object.keys(Object(inner)).length === 0);
  if (isGone) return others;
  return name in settings ? { ...settings, [name]: inner } : { ...others, [name]: inner };
};

/** The settings with another value of one, where it stands; an empty text takes it out. Everything else stays. */
export const withSetting = (
  settings: unknown,
  setting: string,
  value: string
): Record<string, unknown> => {
  const before = isRecord(settings) ? settings : {};
  const places = placesOf(setting, before);
  const [place = ['index', ...setting.split('.')], ...repeated] = places;
  const once = repeated.reduce<Settings>((now, other) => put(now, other, undefined), before);
  return { ...put(once, place, value === '' ? undefined : value) };
};
