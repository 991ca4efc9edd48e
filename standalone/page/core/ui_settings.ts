import type { IUiSettingsClient } from 'opensearch-dashboards/public';
import { Subject } from 'rxjs';
import { filter, map, startWith } from 'rxjs/operators';
import { readSettings, writeSetting } from './stored_settings';

/** Those settings of Dashboards that pages here have a use for, with its defaults. */
const DEFAULTS: Record<string, unknown> = {
  dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
  'dateFormat:tz': 'Browser',
  'home:useNewHomePage': false,
  'notifications:lifetime:error': 300_000,
  'notifications:lifetime:info': 5_000,
  'notifications:lifetime:warning': 10_000,
  'theme:darkMode': false,
  'theme:version': 'v8',
};

/** Settings, kept in the browser. */
export function createUiSettings(): IUiSettingsClient {
  const changes$ = new Subject<string>();
  const get = <T>(key: string, defaultOverride?: T): T =>
    (readSettings()[key] ?? defaultOverride ?? DEFAULTS[key]) as T;
  return {
    get,
    get$: <T>(key: string, defaultOverride?: T) =>
      changes$.pipe(
        filter((changed) => changed === key),
        startWith(key),
        map(() => get(key, defaultOverride))
      ),
    async set(key, value) {
      writeSetting(key, value);
      changes$.next(key);
      return true;
    },
  };
}
