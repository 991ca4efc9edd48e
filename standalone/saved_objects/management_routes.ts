import type { IRouter, SavedObject } from 'opensearch-dashboards/server';
import { z } from 'zod';
import { answering, listSchema, validator } from './route_parts';
import type { TypeRegistry } from './type_registry';

const BASE = '/api/opensearch-dashboards/management/saved_objects';

const findQuery = z.strictObject({
  type: listSchema,
  perPage: z.coerce.number().int().min(0).default(20),
  page: z.coerce.number().int().min(0).default(1),
  search: z.string().optional(),
  defaultSearchOperator: z.enum(['AND', 'OR']).default('OR'),
  sortField: z.string().optional(),
  sortOrder: z.enum(['asc', 'desc']).optional(),
  fields: listSchema.optional(),
});

/** What the Saved Objects page of Dashboards asks for: which types there are, and how each object is shown. */
export function addManagementRoutes(router: IRouter, registry: TypeRegistry): void {
  router.get({ path: `${BASE}/_allowed_types`, validate: false }, (_context, _request, response) =>
    response.ok({
      body: { types: registry.getImportableAndExportableTypes().map(({ name }) => name) },
    })
  );
  router.get(
    { path: `${BASE}/_find`, validate: { query: validator(findQuery) } },
    answering(async ({ core }, { query: { fields = [], ...query } }, response) => {
      const searchFields = query.type.flatMap(
        (type) => registry.getType(type)?.management?.defaultSearchField ?? []
      );
      const found = await core.savedObjects.client.find({ ...query, searchFields });
      const saved_objects = found.saved_objects.map((object) => ({
        ...object,
        attributes: pick(object.attributes as Record<string, unknown>, fields),
        meta: metaOf(registry, object),
      }));
      return response.ok({ body: { ...found, saved_objects } });
    })
  );
}

function pick(attributes: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, attributes[field]]));
}

function metaOf(registry: TypeRegistry, object: SavedObject) {
  const { management, namespaceType } = registry.getType(object.type) ?? {};
  return {
    icon: management?.icon,
    title: management?.getTitle?.(object),
    editUrl: management?.getEditUrl?.(object),
    inAppUrl: management?.getInAppUrl?.(object),
    namespaceType,
  };
}
