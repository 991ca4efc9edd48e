import { z } from 'zod';
import { INDICES_PATH, indexNameSchema } from '../indices_api';
import { settingKind } from './settings';

/** `POST /indices/_settings`: the same settings for many indices; answers an `ActAnswer`. */
export const BULK_SETTINGS_PATH = `${INDICES_PATH}/_settings`;

/** More than what can be changed at any time would fail for every open index. */
const dynamicName = z
  .string()
  .startsWith('index.')
  .refine(
    (name) => settingKind(name) === 'dynamic',
    'It cannot be changed while indices are open.'
  );

export const bulkSettingsSchema = z.strictObject({
  indices: z.array(indexNameSchema).min(1, 'Name an index.').max(10_000),
  changes: z
    .record(dynamicName, z.union([z.string(), z.array(z.string())]))
    .refine((changes) => Object.keys(changes).length > 0, 'Nothing is changed.'),
});
export type BulkSettings = z.output<typeof bulkSettingsSchema>;
