/**
 * The texts of the pages, and their translations.
 *
 *   npm run i18n                 tidies the translations, and prints what they lack
 *   npm run i18n -- --check      changes nothing; fails when a translation does not fit
 *   npm run i18n -- --messages   prints every text: what a new translation begins with
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOf, problemsOfTexts } from './i18n/compare.mjs';
import { messagesIn } from './i18n/messages.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Dashboards takes the plugin's translations; the shell of the standalone host has its own. */
const SETS = [
  {
    folders: ['common', 'server', 'public'],
    // It translates what others name.
    except: ['public/shared/say.ts'],
    translations: 'translations',
  },
  {
    folders: ['standalone/page'],
    // It hands on what others name.
    except: ['standalone/page/i18n_react.tsx'],
    translations: 'standalone/page/translations',
  },
];

const filesOf = (folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(ROOT, folder, name));

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Sorted, and without what the source no longer has. */
function tidy(file, messages) {
  const translation = readJson(file);
  const kept = Object.keys(messages).filter((id) => id in translation.messages);
  translation.messages = Object.fromEntries(kept.map((id) => [id, translation.messages[id]]));
  writeFileSync(file, `${JSON.stringify(translation, null, 2)}\n`);
}

function printMissing(file, messages) {
  const { messages: translated } = readJson(file);
  const missing = Object.entries(messages).filter(([id]) => !(id in translated));
  if (missing.length > 0) console.log(JSON.stringify(Object.fromEntries(missing), null, 2));
}

function listingProblems() {
  const listed = readJson(join(ROOT, '.i18nrc.json')).translations;
  const there = filesOf('translations').map((file) => `translations/${basename(file)}`);
  return listed.join() === there.join()
    ? []
    : [`.i18nrc.json lists ${listed.join(', ')}; there are ${there.join(', ')}.`];
}

function check({ folders, except = [], translations }, options) {
  const { messages, problems } = messagesIn(ROOT, folders, except);
  if (options.has('--messages')) console.log(JSON.stringify(messages, null, 2));
  const found = [...problems, ...problemsOfTexts(messages)];
  for (const file of filesOf(translations)) {
    if (options.size === 0) {
      tidy(file, messages);
      printMissing(file, messages);
    }
    const locale = basename(file, '.json');
    const wrong = problemsOf(messages, readJson(file).messages, locale);
    found.push(...wrong.map((problem) => `${translations}/${locale}.json: ${problem}`));
  }
  return found;
}

const options = new Set(process.argv.slice(2));
const problems = [...SETS.flatMap((set) => check(set, options)), ...listingProblems()];
if (!options.has('--messages')) {
  problems.forEach((problem) => console.error(problem));
  console.log(problems.length === 0 ? 'Every text is translated.' : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
