import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../docs/files';
import type { ForecastCost } from './forecast_run';

/** Bundled as the page is: what Jest makes of modules takes several times as long. */
const measure = (horizons: number[]): ForecastCost[] => {
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
    return horizons.map((days) => {
      const printed = execFileSync(process.execPath, [bundle, String(days)], { encoding: 'utf8' });
      return JSON.parse(printed) as ForecastCost;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the forecast of 1,000 indices', () => {
  it('costs less than two seconds of CPU over a year', () => {
    const all = measure([30, 90, 365]);
    const lines = all.map(
      ({ days, indices, to_come: toCome, deletes, cost }) =>
        `${indices} indices over ${days} days, ${toCome} to come, ${deletes} deleted | ${cost.toFixed(0)} ms CPU`
    );
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(all.map(({ indices }) => indices)).toEqual([1000, 1000, 1000]);
    expect(all[2].deletes).toBeGreaterThan(10_000);
    expect(all[2].cost).toBeLessThan(2000);
  }, 600_000);
});
