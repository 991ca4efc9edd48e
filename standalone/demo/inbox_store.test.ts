import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInbox } from './inbox_store';

const message = (body: string) => ({
  received_at: 1_700_000_000_000,
  method: 'POST',
  path: '/demo/inbox/receive',
  headers: { 'content-type': 'text/plain' },
  body,
});

describe('the inbox', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchkeeper-inbox-'));
    file = join(folder, 'demo', 'inbox.json');
  });
  // A message may still be on its way into the file.
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  it('shows the newest message first', () => {
    const inbox = openInbox(file);
    inbox.add(message('one'));
    inbox.add(message('two'));
    expect(inbox.list().map(({ body }) => body)).toEqual(['two', 'one']);
  });

  it('keeps its messages over a restart and goes on counting', async () => {
    const first = openInbox(file);
    first.add(message('one'));
    first.add(message('two'));
    await first.flush();
    const second = openInbox(file);
    expect(second.add(message('three')).id).toBe(3);
    expect(second.list().map(({ body }) => body)).toEqual(['three', 'two', 'one']);
  });

  it('forgets the oldest beyond two hundred', () => {
    const inbox = openInbox(file);
    for (let i = 1; i <= 205; i++) inbox.add(message(String(i)));
    expect(inbox.list()).toHaveLength(200);
    expect(inbox.list()[199].body).toBe('6');
  });

  it('cuts a body that is too long, and says so', () => {
    const kept = openInbox(file).add(message('x'.repeat(70_000)));
    expect(kept.body).toHaveLength(65_536);
    expect(kept.truncated).toBe(true);
  });

  it('is empty after it was cleared, in the file too', async () => {
    const inbox = openInbox(file);
    inbox.add(message('one'));
    inbox.clear();
    await inbox.flush();
    expect(inbox.list()).toEqual([]);
    expect(JSON.parse(readFileSync(file, 'utf8')).messages).toEqual([]);
  });

  it('begins empty when its file was spoilt', () => {
    openInbox(file);
    writeFileSync(file, '{"last_id":');
    expect(openInbox(file).list()).toEqual([]);
  });
});
