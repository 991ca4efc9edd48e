import type { HttpSetup } from 'opensearch-dashboards/public';
import { toApiError } from '../shared/api_client';

/** Names an object. */
export interface ObjectKey {
  type: string;
  id: string;
}

export const keyOf = ({ type, id }: ObjectKey): string => `${type}:${id}`;

/** Why an object did not come in, as the host tells it. */
export type ImportProblem =
  | { type: 'conflict'; destinationId?: string }
  | {
      type: 'ambiguous_conflict';
      destinations: Array<{ id: string; title?: string; updatedAt?: string }>;
    }
  | { type: 'unsupported_type' }
  | { type: 'missing_references'; references: ObjectKey[] }
  | { type: 'missing_data_source'; dataSource: string }
  | { type: 'unknown'; message?: string; statusCode?: number };

export interface ImportError extends ObjectKey {
  title?: string;
  meta: { title?: string };
  error: ImportProblem;
}

export interface ImportSuccess extends ObjectKey {
  meta: { title?: string };
  overwrite?: boolean;
  /** The id here, where it is another one than in the file. */
  destinationId?: string;
  createNewCopy?: boolean;
}

export interface ImportAnswer {
  success: boolean;
  /** While there are conflicts, nothing is written, and this is what would be. */
  successCount: number;
  successResults?: ImportSuccess[];
  errors?: ImportError[];
}

/** What is to be done with one object when its file is sent again. */
export interface Retry extends ObjectKey {
  overwrite?: boolean;
  destinationId?: string;
  createNewCopy?: boolean;
  ignoreMissingReferences?: boolean;
}

const BASE = '/api/saved_objects';
const FILE_NAME = 'watchkeeper.ndjson';

const answerOf = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (thrown) {
    throw toApiError(thrown);
  }
};

const formOf = (text: string): FormData => {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'application/ndjson' }), FILE_NAME);
  return form;
};

/** The host's own routes: the same in Dashboards and in the standalone host. Everything that fails is an `ApiError`. */
export const createTransferApi = (http: HttpSetup) => {
  const send = (path: string, body: FormData, query: Record<string, boolean> = {}) =>
    answerOf(
      // Undefined: the browser names the type itself, with the form's boundary.
      http.post<ImportAnswer>(path, { body, query, headers: { 'Content-Type': undefined } })
    );
  return {
    /** The selected ones, or all of a type, with everything that they refer to. */
    export: (what: { objects: ObjectKey[] } | { type: string }) =>
      answerOf(
        http.post<Blob>(`${BASE}/_export`, {
          body: JSON.stringify({ ...what, includeReferencesDeep: true }),
        })
      ),
    import: (text: string, mode: { createNewCopies: boolean }) =>
      send(
        `${BASE}/_import`,
        formOf(text),
        mode.createNewCopies ? { createNewCopies: true } : { overwrite: false }
      ),
    resolve: (text: string, retries: Retry[]) => {
      const form = formOf(text);
      form.append('retries', JSON.stringify(retries));
      return send(`${BASE}/_resolve_import_errors`, form);
    },
  };
};

export type TransferApi = ReturnType<typeof createTransferApi>;
