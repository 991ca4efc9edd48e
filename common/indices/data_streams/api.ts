import { z } from 'zod';
import { INDICES_PATH } from '../indices_api';

/** `GET`: `StreamsAnswer`. `GET` below it by name: `StreamDetail`; `PUT` and `DELETE` too, and `POST …/_rollover`. */
export const DATA_STREAMS_PATH = `${INDICES_PATH}/_data_streams`;

/** One that there is, or is to be looked for: no pattern and no list. */
export const streamParamsSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^*,]+$/, 'Name one data stream: patterns and lists are not taken.'),
});

/** `DELETE`. `confirm`: its name. */
export const deleteStreamQuery = z.object({ confirm: z.string().default('') });

/** What tells that it should not be closed or red without anybody knowing. */
export type StreamStatus = 'green' | 'yellow' | 'red' | 'unknown';

export interface StreamRow {
  name: string;
  status: StreamStatus;
  /** How many indices stand behind it. */
  backing: number;
  /** Counts up with every rollover. */
  generation: number;
  /** Of all its indices, with replicas; absent where it could not be read. */
  bytes?: number;
  template?: string;
  time_field: string;
  /** Of its newest document, epoch milliseconds. */
  newest_at?: number;
  /** The lifecycle policy of the index that it writes to, where that is known. */
  policy?: string;
}

export interface StreamsAnswer {
  /** False where the cluster does not know data streams at all. */
  supported: boolean;
  streams: StreamRow[];
  gaps: string[];
}

export interface BackingIndex {
  name: string;
  /** Written to; the others are only read. */
  is_write_index: boolean;
}

export interface StreamDetail {
  row: StreamRow;
  /** The newest first. */
  indices: BackingIndex[];
}

/** What came of a rollover. */
export interface RolledOver {
  old_index: string;
  new_index: string;
}
