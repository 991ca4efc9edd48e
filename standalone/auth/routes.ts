import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { z } from 'zod';
import { errorResponse } from '../http/response_adapter';
import { TooManyAttempts } from './attempts';
import type { Gate } from './gate';
import { safeNext } from './next_url';
import { refusal, sessionIds, tooMany } from './scheme';

export interface LoginRoutesOptions {
  gate: Gate;
  cookie: string;
  basePath: string;
}

const MAX_BYTES = 10_000;

const bodySchema = z.object({
  username: z.string(),
  password: z.string(),
  next: z.string().optional(),
});

/**
 * `POST /login {username, password, next?}` answers `{next}` and sets the cookie; `POST /logout` takes it back. Both want
 * the `osd-xsrf` header like everything that is written to, so that no other site can log somebody in.
 */
export function addLoginRoutes(server: Server, options: LoginRoutesOptions): void {
  server.route([
    {
      method: 'POST',
      path: '/login',
      options: { auth: false, payload: { maxBytes: MAX_BYTES, allow: 'application/json' } },
      handler: (request, toolkit) => logIn(request, toolkit, options),
    },
    {
      method: 'POST',
      path: '/logout',
      options: { auth: { mode: 'try' } },
      handler: (request, toolkit) => {
        for (const id of sessionIds(request, options.cookie)) options.gate.sessions.end(id);
        return toolkit.response().code(204).unstate(options.cookie);
      },
    },
  ]);
}

async function logIn(
  request: Request,
  toolkit: ResponseToolkit,
  { gate, cookie, basePath }: LoginRoutesOptions
) {
  const { data } = bodySchema.safeParse(request.payload);
  if (data === undefined) return errorResponse(400, 'A login has a username and a password.');
  const address = request.info.remoteAddress;
  try {
    const verdict = await gate.try(address, data.username, data.password);
    if (verdict.kind === 'unavailable') return refusal(503, verdict.reason);
    if (verdict.kind === 'refused') return refusal(401, 'The name or the password is wrong.');
    const [before, ...others] = sessionIds(request, cookie);
    for (const other of others) gate.sessions.end(other);
    const session = gate.enter(address, verdict.principal, before);
    return toolkit.response({ next: safeNext(data.next, basePath) }).state(cookie, session);
  } catch (error) {
    if (error instanceof TooManyAttempts) return tooMany(error);
    throw error;
  }
}
