import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../docs/files';
import type { PhaseCosts } from './groups_run';

/** Bundled as the server is: what Jest makes of modules takes several times as long. */
const measure = (): PhaseCosts[] => {
  const folder = mkdtempSync(join(tmpdir(), 'groups-bench-'));
  const bundle = join(folder, 'groups_run.js');
  try {
    execFileSync(join(PROJECT, 'node_modules', 'esbuild', 'bin', 'esbuild'), [
      join(__dirname, 'groups_run.ts'),
      '--bundle',
      '--platform=node',
      '--log-level=error',
      `--outfile=${bundle}`,
    ]);
    const printed = execFileSync(process.execPath, [bundle], { encoding: 'utf8' });
    return JSON.parse(printed) as PhaseCosts[];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the groups of one monitor', () => {
  it('cost so much CPU each', () => {
    const all = measure();
    const lines = all.map(({ groups, variant, phase, costs: { parse, judge, step }, messages }) => {
      const sum = (judge + step).toFixed(1);
      const sent = messages > 0 ? `, ${messages} messages` : '';
      return `${groups} groups ${variant} | ${phase}${sent} | ${sum} µs CPU a group (judge ${judge.toFixed(1)} + step ${step.toFixed(1)}), and ${parse.toFixed(1)} to parse the answer`;
    });
    process.stdout.write(`${lines.join('\n')}\n`);
    const [{ groups }] = all;
    const [first, ...quiet] = all.filter(({ variant }) => variant === 'without policies');
    expect(first).toMatchObject({ events: groups, written: true });
    expect(quiet.map(({ events, written }) => [events, written])).toEqual([
      [0, false],
      [groups, true],
      [0, false],
    ]);
  }, 600_000);
});
