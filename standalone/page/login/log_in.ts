import { i18n } from '../i18n';

export interface LoginInput {
  username: string;
  password: string;
}

/** Why it did not work, in words for the person. */
export class LoginError extends Error {}

/**
 * Sends name and password; the answer sets the cookie.
 *
 * @returns the path to go on to, which the host has checked
 */
export async function logIn(basePath: string, version: string, input: LoginInput): Promise<string> {
  const next = new URLSearchParams(window.location.search).get('next');
  let answer: Response;
  try {
    answer = await window.fetch(`${basePath}/login`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'osd-xsrf': 'login', 'osd-version': version },
      body: JSON.stringify({ ...input, ...(next === null ? {} : { next }) }),
    });
  } catch {
    throw new LoginError(
      i18n.translate('standalone.login.noAnswerText', {
        defaultMessage: 'The host does not answer. Try again in a moment.',
      })
    );
  }
  const body = (await answer.json()) as { next?: string; message?: string };
  if (answer.ok && body.next !== undefined) return body.next;
  throw new LoginError(body.message ?? answer.statusText);
}
