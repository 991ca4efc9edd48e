export interface HttpAnswer<T = unknown> {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON, else the text. */
  body: T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One real request; a body that is not a string is sent as JSON. No status is an error here. */
export async function send<T>(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<HttpAnswer<T>> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  // What the caller expects of the body is what the test asserts.
  return {
    status: response.status,
    headers: response.headers,
    body: parse(await response.text()) as T,
  };
}
