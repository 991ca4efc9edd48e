import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ALERT_STATES } from '../../common/alerts/alert';
import { CATCH_UP_POLICIES, MONITOR_TYPES } from '../../common/monitors/monitor';
import { NO_DATA_POLICIES } from '../../common/monitors/trigger';
import { PROJECT, codeIn, read, tableRows } from './files';

const page = read('docs/monitors.md');
const rows = tableRows(page);
const firstCells = rows.map(([cell]) => codeIn(cell)[0]).filter((code) => code !== undefined);

describe('docs/monitors.md', () => {
  it('holds the table of states that the state machine draws', () => {
    const script = join(PROJECT, 'scripts', 'alert_table.mjs');
    const drawn = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    const [, held] = /<!-- alert table[^>]*-->\n\n([\s\S]*?)\n\n<!-- end/.exec(page) ?? [];
    expect(`${held}\n`).toBe(drawn);
  });

  it('names every type of monitor, every state and every policy', () => {
    expect(firstCells).toEqual(expect.arrayContaining([...MONITOR_TYPES]));
    expect(firstCells).toEqual(expect.arrayContaining([...ALERT_STATES]));
    expect(firstCells).toEqual(expect.arrayContaining([...CATCH_UP_POLICIES]));
    for (const policy of NO_DATA_POLICIES) expect(page).toContain(`\`${policy}\`: `);
  });

  it('has examples that are JSON', () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect(() => JSON.parse(example)).not.toThrow();
  });
});
