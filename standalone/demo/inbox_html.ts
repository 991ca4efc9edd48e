import type { SidebarLink } from '../host_options';
import type { InboxMessage } from './inbox_store';

export const INBOX_PATH = '/demo/inbox';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** The fields under which receivers of chat messages look for the text. */
const TEXT_FIELDS = ['message', 'text', 'content', 'body'];
const SUBJECT_FIELDS = ['subject', 'title', 'summary'];

interface Reading {
  /** Laid out when it is JSON. */
  body: string;
  subject?: string;
  text?: string;
}

const firstText = (value: Record<string, unknown>, fields: string[]): string | undefined =>
  fields.map((field) => value[field]).find((found): found is string => typeof found === 'string');

/** A body as a person reads it. */
export function readBody(body: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { body, text: body };
  }
  const reading = { body: JSON.stringify(value, null, 2) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reading;
  const fields = { ...value } as Record<string, unknown>;
  return {
    ...reading,
    subject: firstText(fields, SUBJECT_FIELDS),
    text: firstText(fields, TEXT_FIELDS),
  };
}

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '(empty)';

const headerRows = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(
      ([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`
    )
    .join('');

function section(title: string, content: string): string {
  return `<h3>${title}</h3>${content}`;
}

/** One message: a line that opens. */
function messageItem(message: InboxMessage): string {
  const { id, received_at: receivedAt, method, path, headers, body, truncated } = message;
  const reading = readBody(body);
  const time = new Date(receivedAt).toISOString();
  const title = reading.subject ?? firstLine(reading.text ?? reading.body);
  const note = truncated ? '<p class="inbox__note">The body was longer and is cut here.</p>' : '';
  const text =
    reading.text !== undefined && reading.text !== reading.body
      ? section('Message', `<pre data-test-subj="inboxText">${escape(reading.text)}</pre>`)
      : '';
  return `<details class="inbox__message" data-id="${id}" data-test-subj="inboxMessage">
  <summary>
    <time datetime="${time}">${time.slice(0, 19).replace('T', ' ')} UTC</time>
    <span class="inbox__method">${escape(method)}</span>
    <span class="inbox__subject" data-test-subj="inboxSubject">${escape(title)}</span>
    <span class="inbox__number">#${id}</span>
  </summary>
  <div class="inbox__content">
    ${text}
    ${section('Body', `<pre data-test-subj="inboxBody">${escape(reading.body)}</pre>${note}`)}
    ${section(
      `Headers of ${escape(method)} <code>${escape(path)}</code>`,
      `<table class="inbox__headers" data-test-subj="inboxHeaders"><tbody>${headerRows(headers)}</tbody></table>`
    )}
  </div>
</details>`;
}

/** The list alone, which the page fetches again and again. */
export function listHtml(messages: InboxMessage[]): string {
  if (messages.length === 0) {
    return `<div class="inbox__empty" data-test-subj="inboxEmpty">
  <h2>No messages yet</h2>
  <p>The demo monitor looks every 15 seconds for ERROR lines. The first message comes within a minute or two.</p>
</div>`;
  }
  return messages.map(messageItem).join('\n');
}

function linkHtml({ title, href }: SidebarLink, basePath: string): string {
  const current = href === INBOX_PATH ? ' aria-current="page"' : '';
  return `<a href="${escape(basePath + href)}"${current}>${escape(title)}</a>`;
}

/** The links under their headings, as the shell's sidebar has them. */
function navigation(links: SidebarLink[], basePath: string): string {
  const headings = [...new Set(links.map(({ category }) => category))];
  return headings
    .map((heading) => {
      const group = links.filter(({ category }) => category === heading);
      const items = group.map((link) => linkHtml(link, basePath)).join('\n        ');
      return `<section>
        <h2>${escape(heading)}</h2>
        ${items}
      </section>`;
    })
    .join('\n      ');
}

/** The whole page. Its style and script are files of their own, since the content policy forbids inline ones. */
export function pageHtml(messages: InboxMessage[], links: SidebarLink[], basePath: string): string {
  const base = escape(basePath + INBOX_PATH);
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Demo inbox - Watchkeeper</title>
  <link rel="icon" type="image/svg+xml" href="${base}/logo.svg">
  <link rel="stylesheet" href="${base}/inbox.css">
  <script src="${base}/theme.js"></script>
  <script src="${base}/inbox.js" defer></script>
</head>
<body data-base="${base}">
  <header class="top">
    <a href="${escape(basePath)}/"><img src="${base}/logo.svg" alt=""><span>Watch</span>keeper</a>
  </header>
  <div class="crumbs"><span>Demo inbox</span></div>
  <div class="frame">
    <nav aria-label="Pages">
      ${navigation(links, basePath)}
    </nav>
    <main>
      <div class="inbox__head">
        <h1>Demo inbox</h1>
        <button type="button" id="clear" data-test-subj="inboxClear">Clear</button>
      </div>
      <p class="inbox__lead">Everything that is sent to <code>${base}/receive</code>, the newest first, with its headers and body. It stands in for your chat channel or pager.</p>
      <p class="inbox__status" id="status" role="status"></p>
      <div id="list" data-test-subj="inboxList">
${listHtml(messages)}
      </div>
    </main>
  </div>
</body>
</html>
`;
}
