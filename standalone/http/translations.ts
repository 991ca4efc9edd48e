import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Server } from '@hapi/hapi';

/** Texts of one locale, in the form that `@osd/i18n` takes. Without messages, the default texts are shown. */
export interface Translation {
  locale: string;
  messages: Record<string, string>;
}

const DEFAULT_LOCALE = 'en';

/** Dashboards' name of the pseudo-locale: no language has its texts, the page makes them of the default ones. */
const PSEUDO_LOCALE = 'en-xa';

const readJson = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/**
 * The plugin's texts of a locale, found as Dashboards finds them: `.i18nrc.json` lists the files, and a file's name is
 * its locale. A language alone (`ko`) finds the texts of a country (`ko-KR`). A locale that the plugin does not have gives
 * the default one.
 */
export function readTranslation(artefactDir: string, locale: unknown): Translation {
  const fallback = { locale: DEFAULT_LOCALE, messages: {} };
  if (typeof locale === 'string' && locale.toLowerCase() === PSEUDO_LOCALE) {
    return { locale: PSEUDO_LOCALE, messages: {} };
  }
  const listFile = join(artefactDir, '.i18nrc.json');
  if (typeof locale !== 'string' || !existsSync(listFile)) return fallback;
  const { translations = [] } = readJson(listFile) as { translations?: string[] };
  const wanted = locale.toLowerCase();
  const localeOf = (name: string): string => basename(name, '.json').toLowerCase();
  const path =
    translations.find((name) => localeOf(name) === wanted) ??
    translations.find((name) => localeOf(name).split('-')[0] === wanted);
  if (path === undefined) return fallback;
  const { messages } = readJson(join(artefactDir, path));
  return { locale: basename(path, '.json'), messages: messages as Translation['messages'] };
}

/** Serves the texts apart from the page, which is the same for every load; as Dashboards, under the locale's name. */
export function addTranslationRoute(server: Server, translation: Translation): void {
  server.route({
    method: 'GET',
    path: `/translations/${translation.locale}.json`,
    options: { auth: false },
    handler: (_request, toolkit) =>
      toolkit.response(translation).header('cache-control', 'must-revalidate'),
  });
}
