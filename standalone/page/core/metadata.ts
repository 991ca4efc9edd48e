/** A link of the sidebar to a page that is no app. */
export interface SidebarLink {
  id: string;
  title: string;
  href: string;
  category: string;
}

/** What the server printed into the page. */
export interface Metadata {
  version: string;
  buildNumber: number;
  basePath: string;
  /** The locale that the host is set to, and where its texts are. */
  i18n: { locale: string; translationsUrl: string };
  plugin: { id: string; exposedConfig: Record<string, unknown>; publicPath: string };
  links: SidebarLink[];
  /** Who has logged in, where one has to. */
  user?: { name: string };
}

export function readMetadata(): Metadata {
  const data = document.querySelector('osd-injected-metadata')?.getAttribute('data');
  if (typeof data !== 'string') throw new Error('The page came without its metadata.');
  return JSON.parse(data) as Metadata;
}
