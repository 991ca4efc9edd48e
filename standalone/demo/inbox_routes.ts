import { createReadStream } from 'node:fs';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import type { SidebarLink } from '../host_options';
import { INBOX_CSS, INBOX_FONTS, INBOX_JS, INBOX_LOGO, INBOX_THEME_JS } from './inbox_assets';
import { INBOX_PATH, listHtml, pageHtml } from './inbox_html';
import type { InboxStore } from './inbox_store';

export const RECEIVE_PATH = `${INBOX_PATH}/receive`;
export const MESSAGES_PATH = `${INBOX_PATH}/messages`;

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];
const MAX_BYTES = 1_048_576;

const headersOf = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Changes with every message that comes or goes. */
const tagOf = (inbox: InboxStore): string => {
  const messages = inbox.list();
  return `${messages[0]?.id ?? 0}-${messages.length}`;
};

function receive(inbox: InboxStore, request: Request): { ok: true; id: number } {
  const { id } = inbox.add({
    received_at: Date.now(),
    method: request.method.toUpperCase(),
    path: request.url.pathname + request.url.search,
    headers: headersOf(request),
    body: Buffer.isBuffer(request.payload) ? request.payload.toString('utf8') : '',
  });
  return { ok: true, id };
}

function list(inbox: InboxStore, h: ResponseToolkit) {
  const unchanged = h.entity({ etag: tagOf(inbox) });
  if (unchanged) return unchanged;
  return h.response(listHtml(inbox.list())).type('text/html');
}

/** Adds the inbox to a host: the page for people, `receive` for the messenger, `messages` for programs. */
export function addInbox(
  server: Server,
  inbox: InboxStore,
  links: SidebarLink[],
  basePath: string
): void {
  const get = (path: string, handler: (request: Request, h: ResponseToolkit) => object): void =>
    server.route({ method: 'GET', path: basePath + path, handler });
  get(INBOX_PATH, (_, h) => h.response(pageHtml(inbox.list(), links, basePath)).type('text/html'));
  get(`${INBOX_PATH}/list`, (_, h) => list(inbox, h));
  get(`${INBOX_PATH}/inbox.css`, (_, h) => h.response(INBOX_CSS).type('text/css'));
  get(`${INBOX_PATH}/inbox.js`, (_, h) => h.response(INBOX_JS).type('text/javascript'));
  get(`${INBOX_PATH}/theme.js`, (_, h) => h.response(INBOX_THEME_JS).type('text/javascript'));
  get(`${INBOX_PATH}/logo.svg`, (_, h) => h.response(INBOX_LOGO).type('image/svg+xml'));
  for (const [name, module] of Object.entries(INBOX_FONTS)) {
    get(`${INBOX_PATH}/${name}`, (_, h) =>
      h.response(createReadStream(require.resolve(module))).type('font/woff2')
    );
  }
  get(MESSAGES_PATH, () => ({ messages: inbox.list() }));
  server.route({
    method: 'DELETE',
    path: basePath + MESSAGES_PATH,
    handler: (_, h) => {
      inbox.clear();
      return h.response().code(204);
    },
  });
  server.route({
    method: METHODS,
    path: basePath + RECEIVE_PATH,
    options: {
      app: { xsrfRequired: false },
      auth: false,
      payload: { parse: false, output: 'data', maxBytes: MAX_BYTES },
    },
    handler: (request) => receive(inbox, request),
  });
}
