import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configAt, readConfig } from './read_config';

function yaml(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'host.yml');
  writeFileSync(file, text);
  return file;
}

describe('readConfig', () => {
  it('reads nested and dotted keys as one tree', () => {
    const configPath = yaml('opensearch_watchkeeper:\n  a: 1\nopensearch_watchkeeper.b.c: [x]\n');
    const config = readConfig({ configPath });
    expect(config).toEqual({ opensearch_watchkeeper: { a: 1, b: { c: ['x'] } } });
  });

  it('lets the environment win over the file and overrides over both', () => {
    const configPath = yaml('opensearch_watchkeeper.scheduler: { enabled: true, ttl: 5, x: 1 }');
    const env = {
      OPENSEARCH_WATCHKEEPER__SCHEDULER__ENABLED: 'false',
      OPENSEARCH_WATCHKEEPER__SCHEDULER__TTL: '7',
      OPENSEARCH_URL: 'http://localhost:9201',
    };
    const overrides = { 'opensearch_watchkeeper.scheduler.ttl': 9 };
    const config = readConfig({ configPath, env, overrides });
    expect(configAt(config, ['opensearch_watchkeeper', 'scheduler'])).toEqual({
      enabled: false,
      ttl: 9,
      x: 1,
    });
  });

  it('puts variables into values and names the one that is missing', () => {
    const configPath = yaml('password: "${WORD}!"');
    expect(readConfig({ configPath, env: { WORD: 'open' } })).toEqual({ password: 'open!' });
    expect(() => readConfig({ configPath })).toThrow('WORD');
  });

  it('says which file is no YAML', () => {
    const configPath = yaml('a: [1');
    expect(() => readConfig({ configPath })).toThrow(configPath);
  });
});
