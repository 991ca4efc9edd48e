import type { IRouter } from 'opensearch-dashboards/server';
import { z } from 'zod';
import { answering, flagSchema, listSchema, parseJson, validator } from '../route_parts';
import type { TypeRegistry } from '../type_registry';
import { exportObjects, MAX_OBJECTS } from './export_objects';
import { importObjects, resolveImportErrors } from './import_objects';
import { readFile } from './read_file';
import type { UploadedFile } from './read_file';

/** As in Dashboards (`savedObjects.maxImportPayloadBytes`). */
const MAX_FILE_BYTES = 26_214_400;

const keySchema = z.strictObject({ type: z.string(), id: z.string() });

const exportBody = z.strictObject({
  type: listSchema.optional(),
  objects: z.array(keySchema).max(MAX_OBJECTS).optional(),
  search: z.string().optional(),
  includeReferencesDeep: z.boolean().default(false),
  excludeExportDetails: z.boolean().default(false),
  workspaces: z.array(z.string()).optional(),
});

/** Data sources and workspaces are not for this host: named, they are refused or without effect. */
const elsewhere = {
  dataSourceId: z.literal('').optional(),
  workspaces: listSchema.optional(),
  dataSourceEnabled: flagSchema.optional(),
};

const importQuery = z
  .strictObject({ overwrite: flagSchema, createNewCopies: flagSchema, ...elsewhere })
  .refine(({ overwrite, createNewCopies }) => !(overwrite && createNewCopies), {
    message: 'cannot use [overwrite] with [createNewCopies]',
  });
const resolveQuery = z.strictObject({ createNewCopies: flagSchema, ...elsewhere });

const fileSchema = z.custom<UploadedFile>(
  (value) => typeof (value as Partial<UploadedFile> | undefined)?.hapi?.filename === 'string',
  { message: 'expected a file' }
);
const importBody = z.strictObject({ file: fileSchema });

const retrySchema = z.strictObject({
  type: z.string(),
  id: z.string(),
  overwrite: z.boolean().default(false),
  destinationId: z.string().optional(),
  replaceReferences: z
    .array(z.strictObject({ type: z.string(), from: z.string(), to: z.string() }))
    .default([]),
  createNewCopy: z.boolean().optional(),
  ignoreMissingReferences: z.boolean().optional(),
});
const resolveBody = importBody.extend({
  retries: z.preprocess(parseJson, z.array(retrySchema)),
});

const uploads = {
  body: { maxBytes: MAX_FILE_BYTES, output: 'stream' as const, accepts: 'multipart/form-data' },
};

/** Export to and import from files, as in Dashboards. */
export function addTransferRoutes(router: IRouter, base: string, registry: TypeRegistry): void {
  addExportRoute(router, base, registry);
  router.post(
    {
      path: `${base}/_import`,
      options: uploads,
      validate: { query: validator(importQuery), body: validator(importBody) },
    },
    answering(async ({ core }, { query, body }, response) => {
      const tools = { client: core.savedObjects.client, registry };
      return response.ok({ body: await importObjects(tools, await readFile(body.file), query) });
    })
  );
  router.post(
    {
      path: `${base}/_resolve_import_errors`,
      options: uploads,
      validate: { query: validator(resolveQuery), body: validator(resolveBody) },
    },
    answering(async ({ core }, { query, body }, response) => {
      const tools = { client: core.savedObjects.client, registry };
      const options = { retries: body.retries, createNewCopies: query.createNewCopies };
      const objects = await readFile(body.file);
      return response.ok({ body: await resolveImportErrors(tools, objects, options) });
    })
  );
}

function addExportRoute(router: IRouter, base: string, registry: TypeRegistry): void {
  router.post(
    { path: `${base}/_export`, validate: { body: validator(exportBody) } },
    answering(async ({ core }, { body: { type, objects, ...options } }, response) => {
      const refusal = refusalOf(registry, type, objects);
      if (refusal !== undefined) return response.badRequest({ body: { message: refusal } });
      const asked = { types: type, objects, ...options };
      return response.ok({
        body: await exportObjects(core.savedObjects.client, asked),
        headers: {
          'content-disposition': 'attachment; filename="export.ndjson"',
          'content-type': 'application/ndjson',
        },
      });
    })
  );
}

function refusalOf(
  registry: TypeRegistry,
  types: string[] = [],
  objects: Array<z.output<typeof keySchema>> = []
): string | undefined {
  const isExportable = (type: string) => registry.isImportableAndExportable(type);
  const badTypes = types.filter((type) => !isExportable(type));
  if (badTypes.length > 0) {
    return `Trying to export non-exportable type(s): ${badTypes.join(', ')}`;
  }
  const bad = objects.filter(({ type }) => !isExportable(type));
  if (bad.length === 0) return undefined;
  const names = bad.map(({ type, id }) => `${type}:${id}`).join(', ');
  return `Trying to export object(s) with non-exportable types: ${names}`;
}
