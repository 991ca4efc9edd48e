import {
  EuiCollapsibleNav,
  EuiCollapsibleNavGroup,
  EuiFlexItem,
  EuiHorizontalRule,
  EuiListGroup,
  EuiListGroupItem,
  EuiShowFor,
  EuiText,
} from '@elastic/eui';
import type { MouseEvent } from 'react';
import React from 'react';
import type { ApplicationService } from '../application/application_service';
import type { SidebarLink } from '../core/metadata';
import { useObservable } from '../core/use_observable';
import { i18n } from '../i18n';
import type { Chrome } from './chrome';
import { groupsOf } from './sidebar_groups';

export interface SidebarProps {
  id: string;
  application: ApplicationService;
  chrome: Chrome;
  links: SidebarLink[];
  basePath: string;
  isOpen: boolean;
  isDocked: boolean;
  onDock(isDocked: boolean): void;
  onClose(): void;
}

/** The menu at the left: the apps by their category, then the links that were added. */
export function Sidebar(props: SidebarProps) {
  const { application, links, basePath, isOpen, isDocked, onDock, onClose } = props;
  const current = useObservable(application.currentAppId$);
  const apps = useObservable(application.apps$);
  const toItem = ({
    id,
    title,
    href,
    isApp,
  }: ReturnType<typeof groupsOf>[number]['items'][number]) => ({
    id,
    label: title,
    href: isApp ? application.getUrlForApp(id) : `${basePath}${href}`,
    isActive: id === current,
    size: 's' as const,
    'data-test-subj': 'collapsibleNavAppLink',
    onClick: (event: MouseEvent) => {
      if (!isDocked) onClose();
      if (!isApp || isModified(event)) return;
      event.preventDefault();
      void application.navigateToApp(id);
    },
  });

  return (
    <EuiCollapsibleNav
      id={props.id}
      data-test-subj="collapsibleNav"
      aria-label={i18n.translate('standalone.sidebar.ariaLabel', { defaultMessage: 'Primary' })}
      isOpen={isOpen}
      isDocked={isDocked}
      outsideClickCloses={false}
      onClose={onClose}
    >
      <Recent
        chrome={props.chrome}
        application={application}
        basePath={basePath}
        onClose={onClose}
      />
      <EuiHorizontalRule margin="none" />
      <EuiFlexItem className="eui-yScroll">
        {groupsOf(apps, links).map(({ id, label, icon, items }) => (
          <EuiCollapsibleNavGroup
            key={id}
            title={label}
            iconType={icon}
            isCollapsible
            initialIsOpen
            data-test-subj={`collapsibleNavGroup-${id}`}
          >
            <EuiListGroup
              aria-label={label}
              listItems={items.map(toItem)}
              maxWidth="none"
              color="subdued"
              gutterSize="none"
              size="s"
            />
          </EuiCollapsibleNavGroup>
        ))}
        <EuiShowFor sizes={['l', 'xl', 'xxl', 'xxxl']}>
          <EuiCollapsibleNavGroup>
            <EuiListGroup flush>
              <EuiListGroupItem
                size="xs"
                color="subdued"
                data-test-subj="collapsible-nav-lock"
                iconType={isDocked ? 'lock' : 'lockOpen'}
                label={dockLabel(isDocked)}
                onClick={() => onDock(!isDocked)}
              />
            </EuiListGroup>
          </EuiCollapsibleNavGroup>
        </EuiShowFor>
      </EuiFlexItem>
    </EuiCollapsibleNav>
  );
}

function dockLabel(isDocked: boolean): string {
  return isDocked
    ? i18n.translate('standalone.sidebar.undockLabel', { defaultMessage: 'Undock navigation' })
    : i18n.translate('standalone.sidebar.dockLabel', { defaultMessage: 'Dock navigation' });
}

type RecentProps = Pick<SidebarProps, 'chrome' | 'application' | 'basePath' | 'onClose'>;

function Recent({ chrome, application, basePath, onClose }: RecentProps) {
  const recent = useObservable(chrome.recent$);
  const listItems = recent.map(({ id, label, link }) => {
    // As in Dashboards, links are kept without it.
    const href = basePath + link;
    return {
      id,
      label,
      href,
      onClick: (event: MouseEvent) => {
        if (isModified(event)) return;
        event.preventDefault();
        onClose();
        void application.navigateToUrl(href);
      },
    };
  });
  return (
    <EuiCollapsibleNavGroup
      background="light"
      title={i18n.translate('standalone.sidebar.recentTitle', {
        defaultMessage: 'Recently viewed',
      })}
      isCollapsible
      initialIsOpen
      data-test-subj="collapsibleNavGroup-recentlyViewed"
    >
      {listItems.length > 0 ? (
        <EuiListGroup
          listItems={listItems}
          maxWidth="none"
          color="subdued"
          gutterSize="none"
          size="s"
        />
      ) : (
        <EuiText size="s" color="subdued" className="hostSidebar__empty">
          <p>
            {i18n.translate('standalone.sidebar.noRecentText', {
              defaultMessage: 'No recently viewed items',
            })}
          </p>
        </EuiText>
      )}
    </EuiCollapsibleNavGroup>
  );
}

/** A click that is meant to open another tab or window. */
function isModified({ metaKey, altKey, ctrlKey, shiftKey, button }: MouseEvent): boolean {
  return metaKey || altKey || ctrlKey || shiftKey || button !== 0;
}
