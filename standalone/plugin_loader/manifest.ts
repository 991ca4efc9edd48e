import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Dashboards does not start when a manifest has any other key, so neither does this host. */
const manifestSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]+$/, 'must be in camel case'),
  version: z.string(),
  opensearchDashboardsVersion: z.string().optional(),
  configPath: z.union([z.string(), z.array(z.string())]).optional(),
  server: z.boolean().optional(),
  ui: z.boolean().optional(),
  requiredPlugins: z.array(z.string()).default([]),
  optionalPlugins: z.array(z.string()).default([]),
  requiredBundles: z.array(z.string()).default([]),
  requiredEnginePlugins: z.record(z.string(), z.string()).optional(),
  extraPublicDirs: z.array(z.string()).optional(),
  supportedOSDataSourceVersions: z.string().optional(),
  requiredOSDataSourcePlugins: z.array(z.string()).optional(),
});

export interface Manifest {
  id: string;
  version: string;
  /** Where its configuration stands. */
  configPath: string[];
}

/** Reads a plugin's manifest with the strictness of Dashboards. */
export function readManifest(artefactDir: string): Manifest {
  const file = join(artefactDir, 'opensearch_dashboards.json');
  const { data, error } = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (error !== undefined) throw new Error(`${file} is invalid: ${z.prettifyError(error)}`);
  const missing = [...data.requiredPlugins, ...data.requiredBundles];
  if (missing.length > 0) throw new Error(`This host has no plugins: ${missing.join(', ')}.`);
  const { id, version, configPath = snakeCase(id) } = data;
  return { id, version, configPath: [configPath].flat() };
}

function snakeCase(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
