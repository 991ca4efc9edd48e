import type { HttpAnswer } from './http';

/** What the routes answer, as far as tests look at it. */
export interface ImportAnswer {
  success: boolean;
  successCount: number;
  successResults?: Array<{ type: string; id: string; destinationId?: string; overwrite?: true }>;
  errors?: Array<{
    type: string;
    id: string;
    title?: string;
    meta: { title?: string; icon?: string };
    error: { type: string; message?: string; references?: unknown[] };
  }>;
}

/** Sends a file as the Saved Objects page does. */
export async function upload<T = ImportAnswer & { message?: string }>(
  url: string,
  lines: Array<object | string>,
  fields: Record<string, unknown> = {},
  fileName = 'export.ndjson'
): Promise<HttpAnswer<T>> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const form = new FormData();
  form.append('file', new Blob([text.join('\n')], { type: 'application/ndjson' }), fileName);
  for (const [name, value] of Object.entries(fields)) form.append(name, JSON.stringify(value));
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { 'osd-xsrf': 'test' },
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as T,
  };
}

/** The lines of an exported file; the last one counts the others. A file of one line was taken for JSON on its way. */
export const linesOf = <T = Record<string, unknown>>(file: string | object): T[] =>
  typeof file === 'string'
    ? file.split('\n').map((line) => JSON.parse(line) as T)
    : [file as unknown as T];
