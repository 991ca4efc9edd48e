import type { App, AppCategory } from 'opensearch-dashboards/public';
import type { SidebarLink } from '../core/metadata';

export interface SidebarItem {
  id: string;
  title: string;
  isApp: boolean;
  /** Of a link that is no app. */
  href?: string;
}

export interface SidebarGroup {
  id: string;
  label: string;
  icon?: string;
  items: SidebarItem[];
}

/** The apps by their category, in the order of both, and then the links by theirs. */
export function groupsOf(apps: readonly App[], links: readonly SidebarLink[]): SidebarGroup[] {
  const byOrder = <T extends { order?: number }>(a: T, b: T) =>
    (a.order ?? Infinity) - (b.order ?? Infinity);
  const categories = new Map<string, AppCategory>();
  for (const { category } of apps) if (category) categories.set(category.id, category);
  const groups = [...categories.values()].sort(byOrder).map(({ id, label, euiIconType }) => ({
    id,
    label,
    icon: euiIconType,
    items: apps
      .filter(({ category }) => category?.id === id)
      .sort(byOrder)
      .map((app) => ({ id: app.id, title: app.title, isApp: true })),
  }));
  return [...groups, ...linkGroups(links)];
}

function linkGroups(links: readonly SidebarLink[]): SidebarGroup[] {
  return [...new Set(links.map(({ category }) => category))].map((label) => ({
    id: label,
    label,
    items: links
      .filter(({ category }) => category === label)
      .map(({ id, title, href }) => ({ id, title, href, isApp: false })),
  }));
}
