import {
  ACT_PATH,
  INDICES_PATH,
  LISTING_PATH,
  actSchema,
  indexParamsSchema,
  listingQuerySchema,
} from '../../common/indices/indices_api';
import { BULK_SETTINGS_PATH, bulkSettingsSchema } from '../../common/indices/page/bulk_settings';
import { EDIT_PATH, indexEditSchema } from '../../common/indices/page/edits';
import { newIndexSchema } from '../../common/indices/page/new_index';
import type { Audit } from '../audit/types';
import { systemClock } from '../clock';
import type { AddRoute } from '../http/types';
import { act } from './actions/act';
import { readIndex } from './listing/read_index';
import { createSharedListing } from './listing/shared_listing';
import { createIndex } from './page/create_index';
import { editIndex } from './page/edit_index';
import { editMany } from './page/edit_many';
import type { ManagedReader } from './types';

/** A name has up to 255 bytes, and ten thousand can be named at once. */
const MOST_BYTES = 4 * 1024 * 1024;

/** All indices, one of them, and what can be done to them: as the calling user. */
export const registerListingRoutes = (
  addRoute: AddRoute,
  audit: () => Audit,
  managed: ManagedReader
): void => {
  const shared = createSharedListing(systemClock, managed);

  addRoute({
    method: 'get',
    path: LISTING_PATH,
    privilege: 'read',
    query: listingQuerySchema,
    handler: ({ query: { fresh }, cluster, caller }) => shared.of({ cluster, caller }, fresh),
  });

  addRoute({
    method: 'post',
    path: ACT_PATH,
    privilege: 'write',
    body: actSchema,
    maxBytes: MOST_BYTES,
    handler: ({ body, cluster, caller }) => act(cluster, audit(), body, caller.name),
  });

  addRoute({
    method: 'post',
    path: BULK_SETTINGS_PATH,
    privilege: 'write',
    body: bulkSettingsSchema,
    maxBytes: MOST_BYTES,
    handler: ({ body, cluster, caller }) => editMany({ cluster, caller }, audit(), body),
  });

  addRoute({
    method: 'post',
    path: EDIT_PATH,
    privilege: 'write',
    params: indexParamsSchema,
    body: indexEditSchema,
    handler: ({ params: { name }, body, cluster, caller }) =>
      editIndex({ cluster, caller }, audit(), name, body),
  });

  addRoute({
    method: 'put',
    path: `${INDICES_PATH}/{name}`,
    privilege: 'write',
    params: indexParamsSchema,
    body: newIndexSchema,
    maxBytes: MOST_BYTES,
    handler: ({ params: { name }, body, cluster, caller }) =>
      createIndex({ cluster, caller }, audit(), name, body),
  });

  addRoute({
    method: 'get',
    path: `${INDICES_PATH}/{name}`,
    privilege: 'read',
    params: indexParamsSchema,
    handler: ({ params: { name }, cluster }) => readIndex(cluster, name),
  });
};
