/** The plugin's own HTTP API, as any other client of the host would use it. */
export interface PluginApi {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
}

/** An answer of 400 and above. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const TIMEOUT_MS = 30_000;

/** @param ownHeaders What the host lets its own parts in by. */
export function pluginApi(hostUrl: string, ownHeaders: Record<string, string> = {}): PluginApi {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${hostUrl}/api/watchkeeper${path}`, {
      method,
      headers: { 'osd-xsrf': 'demo', 'content-type': 'application/json', ...ownHeaders },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new ApiError(response.status, `${method} ${path}: ${response.status} ${text}`);
    }
    return JSON.parse(text);
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
}
