import React, { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPage,
  EuiPageBody,
  EuiPageHeader,
  EuiPageHeaderSection,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { PLUGIN_NAME } from '../../common/plugin';
import type { AppPath } from './app_paths';
import { useLinkTo } from './links';
import { usePageNotices } from './page_notices';
import { useServices } from './services';
import { StatusBanner } from './status_banner';

export interface Crumb {
  text: string;
  /** Absent for the page itself. */
  to?: AppPath;
}

/** Sets breadcrumbs and the document's title. The last crumb is the page. */
const useWhereabouts = (crumbs: Crumb[]): void => {
  const { core } = useServices();
  const linkTo = useLinkTo();
  // Crumbs are made anew by every render; their content is what counts.
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    const current = JSON.parse(key) as Crumb[];
    core.chrome.setBreadcrumbs(
      current.map(({ text, to }) => (to ? { text, ...linkTo(to) } : { text }))
    );
    core.chrome.docTitle.change([...current.map(({ text }) => text).reverse(), PLUGIN_NAME]);
  }, [core, linkTo, key]);
};

/** The frame of every page: what is wrong with the plugin, a header with actions, and the content. */
export const PageFrame: React.FC<{
  title: string;
  crumbs: Crumb[];
  /** Beside the title: badges. */
  beside?: ReactNode;
  description?: ReactNode;
  /** At the right of the header: buttons. */
  actions?: ReactNode[];
}> = ({ title, crumbs, beside, description, actions = [], children }) => {
  useWhereabouts(crumbs);
  const Notices = usePageNotices();
  return (
    <EuiPage paddingSize="m">
      {/* Without the minimum a wide table would push the page beyond the window. */}
      <EuiPageBody style={{ minWidth: 0 }}>
        <StatusBanner />
        {Notices && (
          <Suspense fallback={null}>
            <Notices />
          </Suspense>
        )}
        <EuiPageHeader
          responsive={false}
          style={{ flexWrap: 'wrap', gap: '8px 24px', marginBottom: 8 }}
        >
          {/* A long title breaks before the buttons leave its line. */}
          <EuiPageHeaderSection style={{ flex: '1 1 136px', minWidth: 0 }}>
            <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
              <EuiFlexItem grow={false} style={{ minWidth: 0 }}>
                <EuiTitle size="l">
                  <h1 className="eui-textBreakWord">{title}</h1>
                </EuiTitle>
              </EuiFlexItem>
              {beside && <EuiFlexItem grow={false}>{beside}</EuiFlexItem>}
            </EuiFlexGroup>
            {description && (
              <EuiText size="s" color="subdued">
                {description}
              </EuiText>
            )}
          </EuiPageHeaderSection>
          {actions.length > 0 && (
            // The host's margin would indent them where they do get a line of their own.
            <EuiPageHeaderSection style={{ marginLeft: 0 }}>
              <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
                {actions.map((action, index) => (
                  <EuiFlexItem grow={false} key={index}>
                    {action}
                  </EuiFlexItem>
                ))}
              </EuiFlexGroup>
            </EuiPageHeaderSection>
          )}
        </EuiPageHeader>
        <EuiSpacer size="s" />
        {/* Panels that are children of a page body would share its height among them. */}
        <div>{children}</div>
      </EuiPageBody>
    </EuiPage>
  );
};
