import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Server } from '@hapi/hapi';

/** Texts of one locale, in the form that `@osd/i18n` takes. Without messages, the default texts are shown. */
export interface Translation {
  locale: string;
  messages: Record<string, string>;
}

const DEFAULT_LOCALE = 'en';

const readJson = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/**
 * The plugin's texts of a locale, found as Dashboards finds them: `.i18nrc.json` lists the files, and a file's name is
 * its locale. A locale that the plugin does not have gives the default one.
 */
export function readTranslation(artefactDir: string, locale: unknown): Translation {
  const fallback = { locale: DEFAULT_LOCALE, messages: {} };
  const listFile = join(artefactDir, '.i18nrc.json');
  if (typeof locale !== 'string' || !existsSync(listFile)) return fallback;
  const { translations = [] } = readJson(listFile) as { translations?: string[] };
  const path = translations.find(
    (name) => basename(name, '.json').toLowerCase() === locale.toLowerCase()
  );
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
