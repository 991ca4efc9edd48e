import type { Server } from '@hapi/hapi';
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
}

/** Serves the page shell at `/app/...`; which app it shows is decided in the browser. */
export function addPageRoutes(server: Server, options: PageOptions): void {
  const html = renderPage(options);
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
      handler: (_request, toolkit) =>
        toolkit
          .response(html)
          .type('text/html')
          .header('content-security-policy', CONTENT_SECURITY_POLICY),
    },
  ]);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function renderPage(options: PageOptions): string {
  const { version, buildNum, basePath, pluginId, exposedConfig, links, locale } = options;
  const core = `${basePath}${pageBundlePath(buildNum)}`;
  const publicPath = `${basePath}${pluginBundlePath(buildNum, pluginId)}`;
  const metadata: InjectedMetadata = {
    version,
    buildNumber: buildNum,
    basePath,
    i18n: { locale, translationsUrl: `${basePath}/translations/${locale}.json` },
    plugin: { id: pluginId, exposedConfig, publicPath },
    links,
  };
  const scripts = [
    `${core}shared_deps.js`,
    `${core}shell.js`,
    `${publicPath}${pluginId}.plugin.js`,
  ].map((src) => `<script defer src="${escapeHtml(src)}"></script>`);
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
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
