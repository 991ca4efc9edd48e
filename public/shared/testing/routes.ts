import { refusal } from './fake_host';
import type { Answer } from './fake_host';

/** `METHOD /path` to what the server answers, or throws. */
export type Routes = Record<string, Answer>;

/** A server that knows these routes and no others. */
export const routed =
  (routes: Routes): Answer =>
  (request) => {
    const route = routes[`${request.method} ${request.path}`];
    if (route) return route(request);
    throw refusal(404, 'not_found', `There is no route ${request.method} ${request.path}.`);
  };
