import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../logging/logger';
import { openDataDir } from './data_dir';

describe('openDataDir', () => {
  const lines: string[] = [];
  const log = createLogger({ write: (line) => lines.push(line) });
  const path = join(mkdtempSync(join(tmpdir(), 'data-')), 'nested', 'data');

  it('makes a key of 32 bytes that only its owner can read', () => {
    const { encryptionKey } = openDataDir(path, log);
    expect(Buffer.from(encryptionKey, 'base64')).toHaveLength(32);
    expect(statSync(join(path, 'encryption_key')).mode & 0o777).toBe(0o600);
  });

  it('keeps the instance id and the key over a restart', () => {
    expect(openDataDir(path, log)).toEqual(openDataDir(path, log));
  });

  it('warns of a key that others can read', () => {
    chmodSync(join(path, 'encryption_key'), 0o644);
    openDataDir(path, log);
    expect(lines.join()).toContain('0600');
  });

  it('refuses a key of another length', () => {
    writeFileSync(join(path, 'encryption_key'), 'c2hvcnQ=');
    expect(() => openDataDir(path, log)).toThrow('32 bytes');
  });
});
