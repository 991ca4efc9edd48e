import type {
  ChromeBadge,
  ChromeBreadcrumb,
  ChromeHelpExtension,
  ChromeSetup,
  ChromeStart,
} from 'opensearch-dashboards/public';
import { BehaviorSubject } from 'rxjs';

const BASE_TITLE = 'Watchkeeper';
const RECENT_KEY = 'watchkeeper.recentlyAccessed';
const RECENT_LIMIT = 20;

export interface RecentLink {
  id: string;
  label: string;
  link: string;
}

/** What is around an app: its breadcrumbs, badge, help, title. */
export class Chrome {
  readonly breadcrumbs$ = new BehaviorSubject<ChromeBreadcrumb[]>([]);
  readonly badge$ = new BehaviorSubject<ChromeBadge | undefined>(undefined);
  readonly help$ = new BehaviorSubject<ChromeHelpExtension | undefined>(undefined);
  readonly recent$ = new BehaviorSubject<RecentLink[]>(readRecent());
  readonly isVisible$ = new BehaviorSubject(true);

  setup(): ChromeSetup {
    return {
      navGroup: { getNavGroupEnabled: () => false, addNavLinksToGroup: () => undefined },
    };
  }

  start(): ChromeStart {
    return {
      setBreadcrumbs: (breadcrumbs) => this.breadcrumbs$.next(breadcrumbs),
      setBadge: (badge) => this.badge$.next(badge),
      setHelpExtension: (extension) => this.help$.next(extension),
      docTitle: { change: changeTitle, reset: () => changeTitle([]) },
      recentlyAccessed: { add: (link, label, id) => this.addRecent({ link, label, id }) },
      getIsVisible$: () => this.isVisible$,
    };
  }

  /** Puts everything back for the next app. */
  reset(title: string | undefined): void {
    this.breadcrumbs$.next(title === undefined ? [] : [{ text: title }]);
    this.badge$.next(undefined);
    this.help$.next(undefined);
    changeTitle(title ?? []);
  }

  private addRecent(recent: RecentLink): void {
    const others = this.recent$.value.filter(({ id }) => id !== recent.id);
    const all = [recent, ...others].slice(0, RECENT_LIMIT);
    window.localStorage.setItem(RECENT_KEY, JSON.stringify(all));
    this.recent$.next(all);
  }
}

function changeTitle(title: string | string[]): void {
  const parts = [title].flat().filter((part) => part !== BASE_TITLE);
  document.title = [...parts, BASE_TITLE].join(' - ');
}

function readRecent(): RecentLink[] {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(RECENT_KEY) ?? '[]');
    return Array.isArray(value) ? (value as RecentLink[]) : [];
  } catch {
    return [];
  }
}
