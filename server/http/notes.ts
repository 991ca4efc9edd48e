import type { OpenSearchDashboardsRequest } from 'opensearch-dashboards/server';

/** What a caller says about a change travels beside the request: the host's saved-objects client has no place for it. */
export interface Notes {
  put(request: OpenSearchDashboardsRequest, note: string | undefined): void;
  of(request: OpenSearchDashboardsRequest): string | undefined;
}

export const createNotes = (): Notes => {
  const notes = new WeakMap<OpenSearchDashboardsRequest, string>();
  return {
    put: (request, note) => {
      if (note) notes.set(request, note);
    },
    of: (request) => notes.get(request),
  };
};
