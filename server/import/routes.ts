import {
  IMPORT_PATH,
  TAKE_OVER_PATH,
  checkImportSchema,
  importSchema,
  takeOverSchema,
} from '../../common/import/api';
import type { ImportCheck, ImportResults } from '../../common/import/api';
import { readDocuments } from '../../common/import/documents';
import { withMailParts } from '../../common/import/mail_channels';
import type { AddRoute, Call } from '../http/types';
import { bring } from './bring';
import { rowsOf } from './rows';
import { listTakeOver, takeOver } from './take_over';
import type { Hands } from './types';

/** Thousands of monitors in one text. */
const MAX_BYTES = 25 * 1024 * 1024;

export type ImportCall = Pick<
  Call<unknown, unknown, unknown>,
  'caller' | 'cluster' | 'savedObjects'
>;

export interface ImportRoutesDeps {
  /** Monitors and destinations through the hands of a caller. */
  hands(call: ImportCall): Hands;
  now(): number;
  /** Has changes seen at once by the lists of this instance. */
  look(): Promise<void>;
}

/** Of all that was given, so that what is not chosen is at hand for what is. */
const keyed = (documents: unknown[]) =>
  withMailParts(documents).map((document, i) => ({ key: String(i), document }));

/** Routes that bring monitors and destinations of other systems here. */
export const registerImportRoutes = (addRoute: AddRoute, deps: () => ImportRoutesDeps): void => {
  addRoute({
    method: 'post',
    path: `${IMPORT_PATH}/_check`,
    privilege: 'read',
    body: checkImportSchema,
    maxBytes: MAX_BYTES,
    handler: async (call): Promise<ImportCheck> => {
      const documents = keyed(readDocuments(call.body.documents));
      return { items: await rowsOf(documents, deps().hands(call), deps().now()) };
    },
  });

  addRoute({
    method: 'post',
    path: IMPORT_PATH,
    privilege: 'write',
    body: importSchema,
    maxBytes: MAX_BYTES,
    handler: async (call): Promise<ImportResults> => {
      const { documents, chosen, existing, enable } = call.body;
      const all = keyed(readDocuments(documents));
      const wanted = chosen ? all.filter((_each, i) => chosen.includes(i)) : all;
      const options = { existing, enable, now: deps().now() };
      const items = await bring(wanted, options, deps().hands(call));
      await deps().look();
      return { items };
    },
  });

  addRoute({
    method: 'get',
    path: TAKE_OVER_PATH,
    privilege: 'read',
    handler: (call) => listTakeOver(deps().hands(call), deps().now()),
  });

  addRoute({
    method: 'post',
    path: TAKE_OVER_PATH,
    privilege: 'write',
    body: takeOverSchema,
    handler: async (call): Promise<ImportResults> => {
      const { ids, disable_originals: disableOriginals, existing } = call.body;
      const options = { ids, disableOriginals, existing, now: deps().now() };
      const items = await takeOver(deps().hands(call), options);
      await deps().look();
      return { items };
    },
  });
};
