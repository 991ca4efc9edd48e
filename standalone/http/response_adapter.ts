import { Readable } from 'node:stream';
import { Boom } from '@hapi/boom';
import type { ResponseObject, ResponseToolkit } from '@hapi/hapi';
import type {
  HttpResponsePayload,
  ResponseError,
  ResponseHeaders,
} from 'opensearch-dashboards/server';
import { OpenSearchDashboardsResponse } from './response';

/** Turns a handler's answer into hapi's; errors get `{statusCode, error, message, attributes?}`. */
export function toHapi(answer: unknown, toolkit: ResponseToolkit): ResponseObject | Boom {
  if (!(answer instanceof OpenSearchDashboardsResponse)) {
    throw new Error('A route handler must answer with what the response factory made.');
  }
  const { status, payload, options } = answer;
  const opaque = Buffer.isBuffer(payload) || payload instanceof Readable;
  if (status >= 400 && !opaque) return errorResponse(status, payload as ResponseError, options);
  if (status >= 300 && status < 400 && typeof options.headers?.location !== 'string') {
    throw new Error("A redirection needs the 'location' header.");
  }
  const response = toolkit.response(payload as HttpResponsePayload).code(status);
  setHeaders(response, options.headers);
  return response;
}

/** A plain error with a message that may be told to anybody. */
export function errorResponse(
  status: number,
  body: ResponseError,
  { headers }: { headers?: ResponseHeaders } = {}
): Boom {
  const boom = new Boom('', { statusCode: status });
  const payload = boom.output.payload as Boom['output']['payload'] & { attributes?: unknown };
  payload.message = messageOf(body);
  if (typeof body === 'object' && 'attributes' in body && body.attributes !== undefined) {
    payload.attributes = body.attributes;
  }
  if (headers !== undefined) Object.assign(boom.output.headers, headers);
  return boom;
}

function messageOf(body: ResponseError): string {
  if (typeof body === 'string') return body;
  if (!body?.message) throw new Error('An error answer needs a message.');
  return messageOf(body.message);
}

function setHeaders(response: ResponseObject, headers: ResponseHeaders = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    // hapi takes lists, though its types do not say so.
    if (value !== undefined) response.header(name, value as string);
  }
}
