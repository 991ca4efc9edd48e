import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../docs/files';
import type { ForecastCost } from './forecast_run';

/** Bundled as the page is: what Jest makes of modules takes several times as long. */
const measure = (runs: ReadonlyArray<[days: number, thousands: number]>): ForecastCost[] => {
  const folder = mkdtempSync(join(tmpdir(), 'forecast-bench-'));
  const bundle = join(folder, 'forecast_run.js');
  try {
    execFileSync(join(PROJECT, 'node_modules', 'esbuild', 'bin', 'esbuild'), [
      join(__dirname, 'forecast_run.ts'),
      '--bundle',
      '--platform=node',
      '--log-level=error',
      `--outfile=${bundle}`,
    ]);
    return runs.map(([days, thousands]) => {
      const printed = execFileSync(process.execPath, [bundle, String(days), String(thousands)], {
        encoding: 'utf8',
      });
      return JSON.parse(printed) as ForecastCost;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const print = (all: readonly ForecastCost[]): void => {
  const lines = all.map(
    ({ days, indices, to_come: toCome, deletes, cost }) =>
      `${indices} indices over ${days} days, ${toCome} to come, ${deletes} deleted | ${cost.toFixed(0)} ms CPU`
  );
  process.stdout.write(`${lines.join('\n')}\n`);
};

describe('the forecast of 1,000 indices', () => {
  it('costs less than two seconds of CPU over a year', () => {
    const all = measure([
      [30, 1],
      [90, 1],
      [365, 1],
    ]);
    print(all);
    expect(all.map(({ indices }) => indices)).toEqual([1000, 1000, 1000]);
    expect(all[2].deletes).toBeGreaterThan(10_000);
    expect(all[2].cost).toBeLessThan(2000);
  }, 600_000);
});

describe('the forecast of a cluster of 10,000 indices', () => {
  it('costs less than five seconds of CPU over 90 days', () => {
    const all = measure([
      [30, 10],
      [90, 10],
      [365, 10],
    ]);
    print(all);
    expect(all.map(({ indices }) => indices)).toEqual([10_000, 10_000, 10_000]);
    expect(all[1].deletes).toBeGreaterThan(10_000);
    expect(all[1].cost).toBeLessThan(5000);
  }, 600_000);
});
