import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A request that the inbox took. */
export interface InboxMessage {
  /** Counts up from 1 and never repeats. */
  id: number;
  /** Epoch milliseconds. */
  received_at: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** Cut at 64 kB. */
  body: string;
  truncated: boolean;
}

/** Newest first, bounded, kept in a file. */
export interface InboxStore {
  list(): InboxMessage[];
  add(message: Omit<InboxMessage, 'id' | 'truncated'>): InboxMessage;
  clear(): void;
  /** Resolves when everything is in the file. */
  flush(): Promise<void>;
}

const MAX_MESSAGES = 200;
const MAX_BODY = 64 * 1024;

interface Stored {
  last_id: number;
  messages: InboxMessage[];
}

function load(file: string): Stored {
  try {
    const { last_id: lastId, messages } = JSON.parse(readFileSync(file, 'utf8'));
    if (Number.isInteger(lastId) && Array.isArray(messages)) return { last_id: lastId, messages };
  } catch {
    // A first start, or a file that somebody spoilt: an inbox begins empty.
  }
  return { last_id: 0, messages: [] };
}

export function openInbox(file: string): InboxStore {
  mkdirSync(dirname(file), { recursive: true });
  const stored = load(file);
  let writing: Promise<void> | undefined;
  let dirty = false;

  const save = async (): Promise<void> => {
    try {
      while (dirty) {
        dirty = false;
        await writeFile(`${file}.new`, JSON.stringify(stored));
        await rename(`${file}.new`, file);
      }
    } catch {
      // A full disk loses the file, not the page: the messages are still in memory.
    } finally {
      writing = undefined;
    }
  };
  const changed = (): void => {
    dirty = true;
    writing ??= save();
  };

  return {
    list: () => stored.messages,
    add: (message) => {
      const truncated = message.body.length > MAX_BODY;
      const kept: InboxMessage = {
        ...message,
        id: ++stored.last_id,
        body: truncated ? message.body.slice(0, MAX_BODY) : message.body,
        truncated,
      };
      stored.messages = [kept, ...stored.messages].slice(0, MAX_MESSAGES);
      changed();
      return kept;
    },
    clear: () => {
      stored.messages = [];
      changed();
    },
    flush: async () => {
      await writing;
    },
  };
}
