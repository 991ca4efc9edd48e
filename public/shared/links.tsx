import React, { useCallback } from 'react';
import type { MouseEvent } from 'react';
import { EuiLink } from '@elastic/eui';
import type { AppPath } from './app_paths';
import { useServices } from './services';
import type { Services } from './services';

/** A new tab, a new window, a download: the browser's own business. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export interface LinkProps {
  href: string;
  onClick: (event: MouseEvent) => void;
}

const hrefOf = ({ core, history, appId }: Services, { app, path }: AppPath): string => {
  if (app !== appId) return core.application.getUrlForApp(app, { path });
  const [pathname, search = ''] = path.split('?');
  return history.createHref({ pathname, search: search && `?${search}` });
};

/** Goes to a page of any room. */
export const useGoTo = (): ((target: AppPath) => void) => {
  const { core, history, appId } = useServices();
  return useCallback(
    ({ app, path }) => {
      if (app === appId) history.push(path);
      else void core.application.navigateToApp(app, { path });
    },
    [core, history, appId]
  );
};

/** `href` and `onClick` for links and buttons that lead to a page of any room. */
export const useLinkTo = (): ((target: AppPath) => LinkProps) => {
  const services = useServices();
  const goTo = useGoTo();
  return useCallback(
    (target) => ({
      href: hrefOf(services, target),
      onClick: (event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo(target);
      },
    }),
    [services, goTo]
  );
};

/** A link to a page of any room. */
export const PageLink: React.FC<{
  to: AppPath;
  className?: string;
  /** `text` where the usual colour does not stand out enough from the background. */
  color?: 'text';
  'data-test-subj'?: string;
}> = ({ to, children, ...rest }) => {
  const linkTo = useLinkTo();
  return (
    <EuiLink {...linkTo(to)} {...rest}>
      {children}
    </EuiLink>
  );
};
