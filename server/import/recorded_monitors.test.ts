import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importMonitor, isMonitorDocument } from '../../common/import/open_distro';
import { parseLossless } from '../../common/json/lossless';

const FIXTURES = join(__dirname, '..', '..', 'test', 'fixtures', 'alerting', 'monitors');

interface Recording {
  response: { body: { hits?: { hits?: unknown[] } } | null };
}

/** What the real plugin answered with: one monitor, or the hits of a search. */
const held = (file: string): unknown[] => {
  // Recorded in this shape.
  const { response } = parseLossless(
    readFileSync(join(FIXTURES, file), 'utf8')
  ) as unknown as Recording;
  return [...(response.body?.hits?.hits ?? []), response.body].filter(isMonitorDocument);
};

const all = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => held(file).map((document) => ({ file, document })));

describe('whatever the real plugin holds', () => {
  it('is there to be tested', () => expect(all.length).toBeGreaterThan(30));

  it.each(all)('is accepted ($file)', ({ document }) => {
    expect(importMonitor(document, Date.UTC(2026, 0, 1))).toMatchObject({
      monitor: { type: 'monitor', inputs: [expect.anything()] },
    });
  });
});
