/**
 * The table of the state machine of alerts, drawn from `common/alerts/machine.ts` itself.
 *
 *   node scripts/alert_table.mjs            prints it
 *   node scripts/alert_table.mjs --write    puts it into docs/monitors.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGE = join(ROOT, 'docs', 'monitors.md');
const BEGIN = '<!-- alert table: node scripts/alert_table.mjs --write -->';
const END = '<!-- end of alert table -->';

const TIMERS = {
  dueFor: ['`for` is over', '`for` is not over'],
  keptFor: ['`keep_firing_for` is over', '`keep_firing_for` is not over'],
  unacknowledged: ['the acknowledgement has ended', 'the acknowledgement stands'],
};

const SIGNALS = { true: 'true', false: 'false', held: 'false, and held' };

async function loadMachine() {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'common', 'alerts', 'machine.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

/** Every way in which some timers can stand, the others as they are. */
const combinations = (names, rest = {}) =>
  names.reduce(
    (all, name) => all.flatMap((timers) => [true, false].map((on) => ({ ...timers, [name]: on }))),
    [rest]
  );

/** Rows of one state and signal: a timer stands in them only where it makes a difference. */
function rowsOf(next, names = Object.keys(TIMERS), known = {}) {
  const results = new Set(combinations(names, known).map(next));
  if (results.size === 1) return [{ known, to: [...results][0] }];
  const matters = (name) =>
    combinations(
      names.filter((each) => each !== name),
      known
    ).some((timers) => next({ ...timers, [name]: true }) !== next({ ...timers, [name]: false }));
  const [first] = names.filter(matters);
  const left = names.filter((name) => name !== first);
  return [true, false].flatMap((on) => rowsOf(next, left, { ...known, [first]: on }));
}

const textOf = (known) =>
  Object.entries(known)
    .map(([name, on]) => TIMERS[name][on ? 0 : 1])
    .join(', ') || 'any';

const HEAD = ['State', 'The condition is', 'When', 'Next state'];

/** Padded as Prettier does. */
function table(rows) {
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_cell, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}

const { GROUP_STATES, SIGNALS: signals, nextState } = await loadMachine();
const drawn = table(
  GROUP_STATES.flatMap((state) =>
    signals.flatMap((signal) =>
      rowsOf((timers) => nextState(state, signal, timers)).map(({ known, to }) => [
        state === 'none' ? 'none' : `\`${state}\``,
        SIGNALS[signal],
        textOf(known),
        to === state ? 'stays' : `\`${to}\``,
      ])
    )
  )
);

if (process.argv.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/monitors.md has no ${BEGIN} … ${END}`);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${drawn}\n\n${END}${after}`);
} else {
  process.stdout.write(`${drawn}\n`);
}
