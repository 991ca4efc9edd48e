import {
  EuiBadge,
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLogo,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiLoadingSpinner,
  EuiToolTip,
} from '@elastic/eui';
import type { HttpSetup, IUiSettingsClient } from 'opensearch-dashboards/public';
import React, { useState } from 'react';
import type { BehaviorSubject } from 'rxjs';
import type { ApplicationService } from '../application/application_service';
import type { Metadata } from '../core/metadata';
import { useObservable } from '../core/use_observable';
import { i18n } from '../i18n';
import type { Chrome } from './chrome';
import { HelpMenu } from './help_menu';
import { LogoWordmark } from './logo';
import { Sidebar } from './sidebar';
import { ThemeToggle } from './theme_toggle';
import { UserMenu } from './user_menu';
import { useDock } from './use_dock';

export interface HeaderProps {
  metadata: Metadata;
  application: ApplicationService;
  chrome: Chrome;
  uiSettings: IUiSettingsClient;
  loadingCount$: BehaviorSubject<number>;
  http: HttpSetup;
}

const SIDEBAR_ID = 'hostSidebar';

/** The two bars at the top, and the sidebar. */
export function Header(props: HeaderProps) {
  const { metadata, application, chrome } = props;
  const [isDocked, setDocked] = useDock();
  // Docked it is there without being open; open, it would lie over the page where the window is too narrow to dock.
  const [isOpen, setOpen] = useState(false);
  const toggleLabel = i18n.translate('standalone.header.menuAriaLabel', {
    defaultMessage: 'Toggle primary navigation',
  });
  return (
    <header data-test-subj="headerGlobalNav">
      <EuiHeader position="fixed" theme="dark" className="hostTopBar">
        <EuiHeaderSection grow={false}>
          <EuiHeaderSectionItem border="none">
            <EuiHeaderLogo
              href={`${metadata.basePath}/`}
              iconType={LogoWordmark}
              aria-label="Watchkeeper"
              data-test-subj="headerLogo"
            />
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
      </EuiHeader>
      <EuiHeader position="fixed" className="hostSecondBar">
        <EuiHeaderSection grow={false}>
          <EuiHeaderSectionItem
            border="right"
            className={isDocked ? 'hostMenuToggle--docked' : undefined}
          >
            <EuiHeaderSectionItemButton
              data-test-subj="toggleNavButton"
              aria-label={toggleLabel}
              aria-expanded={isOpen}
              aria-pressed={isOpen}
              aria-controls={SIDEBAR_ID}
              onClick={() => setOpen(!isOpen)}
            >
              <EuiIcon type="menu" size="m" />
            </EuiHeaderSectionItemButton>
          </EuiHeaderSectionItem>
          <EuiHeaderSectionItem border="right">
            <HomeButton {...props} />
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
        <Breadcrumbs chrome={chrome} />
        <Badge chrome={chrome} />
        <EuiHeaderSection side="right">
          <EuiHeaderSectionItem border="left">
            <ThemeToggle uiSettings={props.uiSettings} />
          </EuiHeaderSectionItem>
          <EuiHeaderSectionItem border="left">
            <HelpMenu chrome={chrome} version={metadata.version} />
          </EuiHeaderSectionItem>
          {metadata.user !== undefined && (
            <EuiHeaderSectionItem border="left">
              <UserMenu name={metadata.user.name} http={props.http} basePath={metadata.basePath} />
            </EuiHeaderSectionItem>
          )}
        </EuiHeaderSection>
      </EuiHeader>
      <Sidebar
        id={SIDEBAR_ID}
        application={application}
        chrome={chrome}
        links={metadata.links}
        basePath={metadata.basePath}
        isOpen={isOpen}
        isDocked={isDocked}
        onDock={setDocked}
        onClose={() => setOpen(false)}
      />
    </header>
  );
}

/** The way home; it turns while the page is waiting for answers. */
function HomeButton({ metadata, loadingCount$ }: HeaderProps) {
  const isLoading = useObservable(loadingCount$) > 0;
  return (
    <EuiHeaderSectionItemButton
      href={`${metadata.basePath}/`}
      data-test-subj="homeIcon"
      aria-label={i18n.translate('standalone.header.homeAriaLabel', { defaultMessage: 'Home' })}
    >
      {isLoading ? (
        <EuiLoadingSpinner size="m" data-test-subj="globalLoadingIndicator" />
      ) : (
        <EuiIcon type="home" size="m" data-test-subj="globalLoadingIndicator-hidden" />
      )}
    </EuiHeaderSectionItemButton>
  );
}

function Breadcrumbs({ chrome }: { chrome: Chrome }) {
  const breadcrumbs = useObservable(chrome.breadcrumbs$).map((breadcrumb, index, all) => ({
    ...breadcrumb,
    'data-test-subj': [
      'breadcrumb',
      index === 0 ? 'first' : '',
      index === all.length - 1 ? 'last' : '',
    ]
      .join(' ')
      .trim(),
  }));
  return <EuiHeaderBreadcrumbs breadcrumbs={breadcrumbs} max={10} data-test-subj="breadcrumbs" />;
}

function Badge({ chrome }: { chrome: Chrome }) {
  const badge = useObservable(chrome.badge$);
  if (badge === undefined) return null;
  return (
    <div className="hostBadge">
      <EuiToolTip content={badge.tooltip} position="bottom">
        <EuiBadge tabIndex={0} iconType={badge.iconType} data-test-subj="headerBadge">
          {badge.text}
        </EuiBadge>
      </EuiToolTip>
    </div>
  );
}
