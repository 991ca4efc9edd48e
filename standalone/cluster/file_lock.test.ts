import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from './file_lock';

describe('a file lock', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchkeeper-lock-'));
    path = join(folder, 'some', 'work.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one piece of work in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
    };
    await Promise.all([withFileLock(path, work), withFileLock(path, work)]);
    expect(most).toBe(1);
  });

  it('is given back when the work fails', async () => {
    await expect(withFileLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken'
    );
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    await withFileLock(path, async () => undefined);
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'long ago' }));
    await expect(withFileLock(path, async () => 'done')).resolves.toBe('done');
  });

  it('is taken over when its content was never finished', async () => {
    await withFileLock(path, async () => undefined);
    writeFileSync(path, '{"pid":');
    await expect(withFileLock(path, async () => 'done')).resolves.toBe('done');
  });
});
