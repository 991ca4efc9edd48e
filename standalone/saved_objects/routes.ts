import type { IRouter } from 'opensearch-dashboards/server';
import { z } from 'zod';
import { addManagementRoutes } from './management_routes';
import {
  answering,
  flagSchema as flag,
  listSchema as list,
  parseJson,
  validator,
} from './route_parts';
import { addTransferRoutes } from './transfer/routes';
import type { TypeRegistry } from './type_registry';

const attributes = z.record(z.string(), z.unknown());
const references = z.array(z.strictObject({ name: z.string(), type: z.string(), id: z.string() }));
const migrationVersion = z.record(z.string(), z.string());

const typeParams = z.strictObject({ type: z.string(), id: z.string().optional() });
const objectParams = z.strictObject({ type: z.string(), id: z.string() });
const overwriteQuery = z.strictObject({ overwrite: flag });
const createBody = z.strictObject({
  attributes,
  migrationVersion: migrationVersion.optional(),
  references: references.optional(),
});
const updateBody = z.strictObject({
  attributes,
  version: z.string().optional(),
  references: references.optional(),
});
const bulkCreateBody = z.array(
  createBody.extend({ type: z.string(), id: z.string().optional(), version: z.string().optional() })
);
const bulkUpdateBody = z.array(updateBody.extend({ type: z.string(), id: z.string() }));
const bulkGetBody = z.array(
  z.strictObject({ type: z.string(), id: z.string(), fields: z.array(z.string()).optional() })
);
const findQuery = z.strictObject({
  type: list,
  per_page: z.coerce.number().int().min(0).default(20),
  page: z.coerce.number().int().min(0).default(1),
  search: z.string().optional(),
  default_search_operator: z.enum(['AND', 'OR']).default('OR'),
  search_fields: list.optional(),
  sort_field: z.string().optional(),
  sort_order: z.enum(['asc', 'desc']).optional(),
  has_reference: z
    .preprocess(parseJson, z.strictObject({ type: z.string(), id: z.string() }))
    .optional(),
  fields: list.optional(),
});

/** The routes of Dashboards for saved objects, at `/api/saved_objects`. */
export function addSavedObjectRoutes(router: IRouter, registry: TypeRegistry): void {
  const base = '/api/saved_objects';
  addObjectRoutes(router, base);
  router.get(
    { path: `${base}/_find`, validate: { query: validator(findQuery) } },
    answering((context, { query }, response) =>
      context.core.savedObjects.client
        .find({
          type: query.type,
          page: query.page,
          perPage: query.per_page,
          search: query.search,
          searchFields: query.search_fields,
          defaultSearchOperator: query.default_search_operator,
          sortField: query.sort_field,
          sortOrder: query.sort_order,
          hasReference: query.has_reference,
          fields: query.fields,
        })
        .then((body) => response.ok({ body }))
    )
  );
  addBulkRoutes(router, base);
  addTransferRoutes(router, base, registry);
  addManagementRoutes(router, registry);
}

function addObjectRoutes(router: IRouter, base: string): void {
  router.get(
    { path: `${base}/{type}/{id}`, validate: { params: validator(objectParams) } },
    answering(async ({ core }, { params }, response) =>
      response.ok({ body: await core.savedObjects.client.get(params.type, params.id) })
    )
  );
  router.post(
    {
      path: `${base}/{type}/{id?}`,
      validate: {
        params: validator(typeParams),
        query: validator(overwriteQuery),
        body: validator(createBody),
      },
    },
    answering(async ({ core }, { params, query, body }, response) => {
      const { attributes: given, ...rest } = body;
      const options = { id: params.id, overwrite: query.overwrite, ...rest };
      const created = await core.savedObjects.client.create(params.type, given, options);
      return response.ok({ body: created });
    })
  );
  router.put(
    {
      path: `${base}/{type}/{id}`,
      validate: { params: validator(objectParams), body: validator(updateBody) },
    },
    answering(async ({ core }, { params: { type, id }, body }, response) => {
      const { attributes: given, ...options } = body;
      const updated = await core.savedObjects.client.update(type, id, given, options);
      return response.ok({ body: updated });
    })
  );
  router.delete(
    { path: `${base}/{type}/{id}`, validate: { params: validator(objectParams) } },
    answering(async ({ core }, { params: { type, id } }, response) => {
      await core.savedObjects.client.delete(type, id);
      return response.ok({ body: {} });
    })
  );
}

function addBulkRoutes(router: IRouter, base: string): void {
  router.post(
    {
      path: `${base}/_bulk_create`,
      validate: { query: validator(overwriteQuery), body: validator(bulkCreateBody) },
    },
    answering(async ({ core }, { query: { overwrite }, body }, response) =>
      response.ok({ body: await core.savedObjects.client.bulkCreate(body, { overwrite }) })
    )
  );
  router.post(
    { path: `${base}/_bulk_get`, validate: { body: validator(bulkGetBody) } },
    answering(async ({ core }, { body }, response) =>
      response.ok({ body: await core.savedObjects.client.bulkGet(body) })
    )
  );
  router.put(
    { path: `${base}/_bulk_update`, validate: { body: validator(bulkUpdateBody) } },
    answering(async ({ core }, { body }, response) =>
      response.ok({ body: await core.savedObjects.client.bulkUpdate(body) })
    )
  );
}
