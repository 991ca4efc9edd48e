import type { IHttpFetchError } from 'opensearch-dashboards/public';

/** A request that was answered with an error status, or not at all. */
export class HttpFetchError extends Error implements IHttpFetchError {
  readonly req: Request;
  readonly res?: Response;

  constructor(
    message: string,
    override readonly name: string,
    readonly request: Request,
    readonly response?: Response,
    readonly body?: unknown
  ) {
    super(message);
    this.req = request;
    this.res = response;
  }
}
