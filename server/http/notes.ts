import type { OpenSearchDashboardsRequest } from 'opensearch-dashboards/server';

/** What a caller says about a change. */
export interface Note {
  text?: string;
  /** The change brings a former version back. */
  isRestore?: boolean;
}

/** It travels beside the request: the host's saved-objects client has no place for it. */
export interface Notes {
  put(request: OpenSearchDashboardsRequest, note: Note): void;
  of(request: OpenSearchDashboardsRequest): Note;
}

export const createNotes = (): Notes => {
  const notes = new WeakMap<OpenSearchDashboardsRequest, Note>();
  return {
    put: (request, note) => void notes.set(request, note),
    of: (request) => notes.get(request) ?? {},
  };
};
