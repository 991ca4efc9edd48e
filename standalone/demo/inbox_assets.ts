/** The style of the inbox: the measures and colours of the shell beside it. */
export const INBOX_CSS = `
@font-face { font-family: 'Source Sans 3'; font-weight: 200 900; font-display: swap; src: url('source-sans-3.woff2') format('woff2'); }
@font-face { font-family: 'Source Code Pro'; font-weight: 200 900; font-display: swap; src: url('source-code-pro.woff2') format('woff2'); }
:root {
  --page: #f0f1f3; --panel: #fcfeff; --text: #2a3947; --title: #0a121a; --subdued: #69707d;
  --line: #d6d9dd; --link: #07776d; --code: #f5f7fa; --top: #16212e; --mark: #b9dada; --chosen: #e6e9eb;
}
:root[data-theme='dark'] {
  --page: #0a121a; --panel: #172430; --text: #dfe5ef; --title: #fcfeff; --subdued: #98a2b3;
  --line: #2a3947; --link: #159d8d; --code: #0f1923; --top: #0a121a; --mark: #26465a; --chosen: #172430;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 'Source Sans 3', Helvetica, Arial, sans-serif;
}
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.top { background: var(--top); height: 49px; padding: 0 12px; display: flex; align-items: center; }
.top a { display: inline-flex; align-items: center; color: #fff; font-size: 20px; font-weight: 600; }
.top a:hover { text-decoration: none; }
.top img { width: 26px; height: 26px; margin-right: 8px; }
.top span { color: #7fd9ca; }
.crumbs { height: 49px; padding: 0 16px; display: flex; align-items: center; border-bottom: 1px solid var(--line); }
.crumbs span { background: var(--mark); padding: 2px 20px; border-radius: 4px 0 0 4px; clip-path: polygon(0 0, 100% 0, calc(100% - 8px) 100%, 0 100%); }
.frame { display: flex; min-height: calc(100vh - 98px); }
nav { flex: 0 0 320px; border-right: 2px solid var(--line); }
nav section { border-bottom: 1px solid var(--line); padding: 16px 8px 8px; display: flex; flex-direction: column; }
nav h2 { font-size: 16px; font-weight: 600; margin: 0 8px 12px; color: var(--title); }
nav a { color: var(--subdued); font-weight: 500; font-size: 16px; padding: 4px 8px; border-radius: 4px; }
nav a[aria-current] { color: var(--text); background: var(--chosen); }
main {
  flex: 1; min-width: 0; margin: 16px; align-self: flex-start; background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
  padding: 24px; box-shadow: 0 2px 2px -1px rgba(38, 38, 38, .1);
}
h1 { font-size: 34px; font-weight: 300; line-height: 40px; margin: 0; color: var(--title); }
h3 { font-size: 14px; margin: 16px 0 4px; color: var(--title); }
code, pre { font-family: 'Source Code Pro', Menlo, Consolas, monospace; font-size: 12px; }
pre { background: var(--code); border-radius: 4px; padding: 12px; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 480px; overflow: auto; }
button { font: inherit; color: var(--link); background: none; border: 1px solid currentColor; border-radius: 4px; height: 32px; padding: 0 16px; cursor: pointer; }
.inbox__head { display: flex; justify-content: space-between; align-items: center; gap: 16px; }
.inbox__lead, .inbox__status { color: var(--subdued); margin: 8px 0; }
.inbox__status { min-height: 21px; }
.inbox__message { border-top: 1px solid var(--line); }
.inbox__message:last-child { border-bottom: 1px solid var(--line); }
.inbox__message summary { display: flex; gap: 12px; align-items: baseline; padding: 10px 4px; cursor: pointer; list-style: none; }
.inbox__message summary::before { content: '\\25B8'; color: var(--subdued); }
.inbox__message[open] summary::before { content: '\\25BE'; }
.inbox__message summary:hover { background: var(--code); }
.inbox__message time { color: var(--subdued); white-space: nowrap; font-variant-numeric: tabular-nums; }
.inbox__method { font-size: 12px; border: 1px solid var(--line); border-radius: 3px; padding: 0 6px; }
.inbox__subject { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; color: var(--title); }
.inbox__number, .inbox__note { color: var(--subdued); }
.inbox__content { padding: 0 4px 20px 24px; }
.inbox__headers { border-collapse: collapse; width: 100%; font-size: 12px; }
.inbox__headers th { text-align: left; vertical-align: top; font-weight: 600; white-space: nowrap; padding: 3px 16px 3px 0; }
.inbox__headers td { width: 100%; overflow-wrap: anywhere; padding: 3px 0; }
.inbox__empty { text-align: center; padding: 48px 16px; color: var(--subdued); }
.inbox__empty h2 { color: var(--title); font-weight: 400; margin: 0; }
@media (max-width: 700px) { .frame { flex-direction: column; } nav { flex: none; border-right: none; } main { align-self: stretch; } }
`;

/** Light or dark, as the shell beside it was told; before the page is painted. */
export const INBOX_THEME_JS = `
try {
  const settings = JSON.parse(localStorage.getItem('watchkeeper.uiSettings') || '{}');
  document.documentElement.dataset.theme = settings['theme:darkMode'] === true ? 'dark' : 'light';
} catch {
  document.documentElement.dataset.theme = 'light';
}
`;

/** The mark of the shell's header. */
export const INBOX_LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <g fill="none" stroke-linecap="round">
    <path d="M26.6 9.4A13 13 0 1 0 29 16" stroke="#2cb5a0" stroke-width="3.4"/>
    <path d="M16 16 27.5 4.5" stroke="#ffb84d" stroke-width="3.4"/>
    <path d="M22 16a6 6 0 1 1-3.2-5.3" stroke="#7fd9ca" stroke-width="2.8"/>
  </g>
  <circle cx="16" cy="16" r="2.2" fill="#ffb84d"/>
</svg>`;

/** The fonts of the shell, by the name that the style sheet asks for. */
export const INBOX_FONTS: Record<string, string> = {
  'source-sans-3.woff2':
    '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'source-code-pro.woff2':
    '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
};

/** Fetches the list again and again; what is open stays open, and a selection is not torn away. */
export const INBOX_JS = `
(() => {
  'use strict';
  const base = document.body.dataset.base;
  const list = document.getElementById('list');
  const status = document.getElementById('status');
  const localTimes = () => {
    for (const time of list.querySelectorAll('time')) {
      time.title = time.dateTime;
      time.textContent = new Date(time.dateTime).toLocaleString();
    }
  };
  const show = (html) => {
    const open = new Set([...list.querySelectorAll('details[open]')].map((item) => item.dataset.id));
    list.innerHTML = html;
    for (const item of list.querySelectorAll('details')) item.open = open.has(item.dataset.id);
    localTimes();
  };
  let tag = '';
  const refresh = async () => {
    try {
      const answer = await fetch(base + '/list', { headers: tag ? { 'if-none-match': tag } : {}, cache: 'no-store' });
      if (answer.status === 200) {
        tag = answer.headers.get('etag') || '';
        show(await answer.text());
      }
      status.textContent = answer.ok || answer.status === 304 ? '' : 'The inbox answered ' + answer.status + '.';
    } catch {
      status.textContent = 'The host does not answer. This page goes on by itself when it is back.';
    }
  };
  document.getElementById('clear').addEventListener('click', async () => {
    await fetch(base + '/messages', { method: 'DELETE', headers: { 'osd-xsrf': 'demo-inbox' } });
    await refresh();
  });
  localTimes();
  const loop = async () => {
    const selecting = String(document.getSelection()) !== '';
    if (!document.hidden && !selecting) await refresh();
    setTimeout(loop, 2000);
  };
  setTimeout(loop, 2000);
})();
`;
