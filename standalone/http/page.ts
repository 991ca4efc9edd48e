import type { ResponseObject, ResponseToolkit, Server } from '@hapi/hapi';
import { credentialsOf } from '../auth/principal';
import type { SidebarLink } from '../host_options';
import { pageBundlePath, pluginBundlePath } from './bundles';

/** The default policy of Dashboards: nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY =
  "script-src 'unsafe-eval' 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'";

/** What the page shell has to know; it is printed into the page. */
export interface InjectedMetadata {
  version: string;
  buildNumber: number;
  basePath: string;
  i18n: { locale: string; translationsUrl: string };
  plugin: { id: string; exposedConfig: Record<string, unknown>; publicPath: string };
  links: SidebarLink[];
  /** Who has logged in, where one has to. */
  user?: { name: string };
}

export interface PageOptions {
  version: string;
  buildNum: number;
  basePath: string;
  pluginId: string;
  exposedConfig: Record<string, unknown>;
  links: SidebarLink[];
  locale: string;
  /** The app that `/` leads to. */
  homeApp: string;
  /** Serves the login page, too. */
  demandsLogin: boolean;
}

/** Serves the page shell at `/app/...`; which app it shows is decided in the browser. */
export function addPageRoutes(server: Server, options: PageOptions): void {
  if (options.demandsLogin) addLoginPage(server, options);
  server.route([
    {
      method: 'GET',
      path: '/',
      handler: (_request, toolkit) =>
        toolkit.redirect(`${options.basePath}/app/${options.homeApp}`).temporary(true),
    },
    {
      method: 'GET',
      path: '/app/{path*}',
      handler: (request, toolkit) => {
        const user = credentialsOf(request)?.principal.name;
        return send(toolkit, renderPage(options, user));
      },
    },
  ]);
}

function addLoginPage(server: Server, options: PageOptions): void {
  const html = renderLogin(options);
  server.route({
    method: 'GET',
    path: '/login',
    options: { auth: false },
    handler: (_request, toolkit) => send(toolkit, html),
  });
}

function send(toolkit: ResponseToolkit, html: string): ResponseObject {
  return toolkit
    .response(html)
    .type('text/html')
    .header('content-security-policy', CONTENT_SECURITY_POLICY);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function corePath({ basePath, buildNum }: PageOptions): string {
  return `${basePath}${pageBundlePath(buildNum)}`;
}

function metadataOf(options: PageOptions): InjectedMetadata {
  const { version, buildNum, basePath, pluginId, exposedConfig, links, locale } = options;
  return {
    version,
    buildNumber: buildNum,
    basePath,
    i18n: { locale, translationsUrl: `${basePath}/translations/${locale}.json` },
    plugin: {
      id: pluginId,
      exposedConfig,
      publicPath: `${basePath}${pluginBundlePath(buildNum, pluginId)}`,
    },
    links,
  };
}

function renderPage(options: PageOptions, user: string | undefined): string {
  const core = corePath(options);
  const metadata = metadataOf(options);
  const { id, publicPath } = metadata.plugin;
  return renderDocument(
    options,
    { ...metadata, ...(user === undefined ? {} : { user: { name: user } }) },
    [`${core}shared_deps.js`, `${core}shell.js`, `${publicPath}${id}.plugin.js`]
  );
}

/** For strangers: it tells nothing of the configuration. */
function renderLogin(options: PageOptions): string {
  const core = corePath(options);
  const metadata = metadataOf({ ...options, exposedConfig: {}, links: [] });
  return renderDocument(options, metadata, [`${core}shared_deps.js`, `${core}login.js`]);
}

function renderDocument(
  options: PageOptions,
  metadata: InjectedMetadata,
  sources: string[]
): string {
  const core = corePath(options);
  const scripts = sources.map((src) => `<script defer src="${escapeHtml(src)}"></script>`);
  return `<!doctype html>
<html lang="${escapeHtml(options.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Watchkeeper</title>
<link rel="icon" type="image/svg+xml" href="${escapeHtml(core)}favicon.svg">
<script src="${escapeHtml(core)}theme.js" data-path="${escapeHtml(core)}"></script>
</head>
<body class="coreSystemRootDomElement">
<osd-injected-metadata data="${escapeHtml(JSON.stringify(metadata))}"></osd-injected-metadata>
${scripts.join('\n')}
</body>
</html>
`;
}
