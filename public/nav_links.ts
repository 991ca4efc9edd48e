import { i18n } from '@osd/i18n';
import type { AppCategory, ChromeSetup } from 'opensearch-dashboards/public';
import { APP_IDS, PLUGIN_NAME } from '../common/plugin';
import type { AppId } from '../common/plugin';

export const CATEGORY: AppCategory = {
  id: 'watchkeeper',
  label: PLUGIN_NAME,
  order: 2100,
  euiIconType: 'bell',
};

export interface RoomLink {
  id: AppId;
  title: string;
  order: number;
}

/** The sidebar entries, in their order. */
export const roomLinks = (): RoomLink[] => [
  {
    id: APP_IDS.overview,
    title: i18n.translate('watchkeeper.nav.overviewLabel', { defaultMessage: 'Overview' }),
    order: 5,
  },
  {
    id: APP_IDS.alerts,
    title: i18n.translate('watchkeeper.nav.alertsLabel', { defaultMessage: 'Alerts' }),
    order: 10,
  },
  {
    id: APP_IDS.monitors,
    title: i18n.translate('watchkeeper.nav.monitorsLabel', { defaultMessage: 'Monitors' }),
    order: 20,
  },
  {
    id: APP_IDS.destinations,
    title: i18n.translate('watchkeeper.nav.destinationsLabel', { defaultMessage: 'Destinations' }),
    order: 30,
  },
  {
    id: APP_IDS.lifecycle,
    title: i18n.translate('watchkeeper.nav.lifecycleLabel', { defaultMessage: 'Index policies' }),
    order: 40,
  },
  {
    id: APP_IDS.indices,
    title: i18n.translate('watchkeeper.nav.indicesLabel', { defaultMessage: 'Indices' }),
    order: 50,
  },
];

/**
 * The host's own groups of the new navigation. It matches them by id; title and order count only for the first plugin
 * that names a group, so they repeat the host's.
 */
const NAV_GROUPS = [
  { id: 'all', title: 'Analytics', description: 'All of the features', order: 3000 },
  { id: 'observability', title: 'Observability', description: 'Observe your systems', order: 4000 },
  {
    id: 'security-analytics',
    title: 'Security Analytics',
    description: 'Watch for threats',
    order: 5000,
  },
];

/** Puts the rooms into the new navigation, on hosts that have it. */
export const addToNavGroups = (chrome: ChromeSetup | undefined): void => {
  const navGroup = chrome?.navGroup;
  if (typeof navGroup?.addNavLinksToGroup !== 'function') return;
  const links = roomLinks().map((link) => ({ ...link, category: CATEGORY }));
  NAV_GROUPS.forEach((group) => navGroup.addNavLinksToGroup(group, links));
};
