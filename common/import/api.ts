import { z } from 'zod';
import type { FieldProblem } from '../errors';
import type { MonitorType } from '../monitors/monitor';
import { API_BASE } from '../plugin';
import type { ImportWarning } from './warning';

export const IMPORT_PATH = `${API_BASE}/import`;
export const TAKE_OVER_PATH = `${API_BASE}/take_over`;

/** What becomes of monitors that were brought here before. Destinations always stay as they are here. */
export const EXISTING_POLICIES = ['keep', 'replace'] as const;
export type ExistingPolicy = (typeof EXISTING_POLICIES)[number];

const existingSchema = z
  .enum(EXISTING_POLICIES, { error: `Choose from ${EXISTING_POLICIES.join(', ')}.` })
  .default('keep');

/** `POST /import/_check`: what becomes of each document. A text may be JSON or one document a line. */
export const checkImportSchema = z.strictObject({ documents: z.unknown() });

/** `POST /import`: saves those documents that are chosen by their index; all, where nothing is chosen. */
export const importSchema = checkImportSchema.extend({
  chosen: z.array(z.int().min(0)).optional(),
  existing: existingSchema,
  /** Enable the monitors that were enabled where they come from. Without it they come disabled. */
  enable: z.boolean().default(false),
});

/** What would become of one document. */
export interface ImportRow {
  /** Names it to the route that saves: the index of a document, or the `key` of a listed one. */
  key: string;
  kind: 'monitor' | 'destination' | 'unknown';
  name: string;
  /** In the system that it comes from. */
  source_id?: string;
  monitor_type?: MonitorType;
  destination_type?: string;
  /** Whether the monitor runs there. */
  enabled?: boolean;
  /** The ids that the monitor's destinations have there. */
  destination_ids?: string[];
  warnings: ImportWarning[];
  /** Why it cannot be brought here; empty where it can. */
  problems: FieldProblem[];
  /** What was made of it before. */
  existing?: { id: string; name: string };
}

export interface ImportCheck {
  items: ImportRow[];
}

/** What has become of one document. */
export interface ImportResult {
  key: string;
  kind: ImportRow['kind'];
  name: string;
  /** `kept`: it was here before, and stays as it is. */
  outcome: 'created' | 'replaced' | 'kept' | 'refused';
  /** Of the monitor or destination here. */
  id?: string;
  /** Whether the monitor runs here now. */
  enabled?: boolean;
  /** Whether the original still runs; absent where nobody asked. */
  original_enabled?: boolean;
  /** What a reader should know: why it was refused, or does not run. */
  messages: string[];
}

export interface ImportResults {
  items: ImportResult[];
}

/** `GET /take_over`: what the cluster's own Alerting plugin holds, as far as the caller may see it. */
export type TakeOverList =
  | {
      available: true;
      /** Where the plugin answers, such as `/_plugins/_alerting`. */
      api: string;
      items: ImportRow[];
      /** What could not be listed, with the reason. */
      notes: string[];
    }
  | { available: false; reason: string };

/** `POST /take_over`: brings those chosen by their `key`. */
export const takeOverSchema = z.strictObject({
  ids: z.array(z.string().min(1)).min(1, 'Choose at least one.').max(500, 'Choose at most 500.'),
  /** Disable the originals first and then enable what was made of them, so that nothing is sent twice or not at all. */
  disable_originals: z.boolean().default(false),
  existing: existingSchema,
});
