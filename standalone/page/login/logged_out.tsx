import { EuiButton } from '@elastic/eui';
import type { IToasts } from 'opensearch-dashboards/public';
import React from 'react';
import { mountReact } from '../core/mount_react';
import { i18n } from '../i18n';

const TOAST = 'standalone.loggedOut';
const FOR_A_DAY = 86_400_000;

/** The login page, which leads back to where one is. */
export function loginHref(basePath: string): string {
  const { pathname, search, hash } = window.location;
  return `${basePath}/login?next=${encodeURIComponent(pathname + search + hash)}`;
}

/** Says that the session has ended. The page stays: what has been typed into it is not lost. */
export function tellLoggedOut(toasts: IToasts, basePath: string): void {
  toasts.addWarning({
    id: TOAST,
    toastLifeTimeMs: FOR_A_DAY,
    title: i18n.translate('standalone.loggedOut.title', {
      defaultMessage: 'Your session has ended',
    }),
    text: (element) => mountReact(element, <LogInAgain href={loginHref(basePath)} />),
  });
}

function LogInAgain({ href }: { href: string }) {
  return (
    <>
      <p>
        {i18n.translate('standalone.loggedOut.text', {
          defaultMessage:
            'Log in again, in this tab or in another one. What is open here goes on after that.',
        })}
      </p>
      <EuiButton size="s" color="warning" href={href} data-test-subj="logInAgain">
        {i18n.translate('standalone.loggedOut.buttonLabel', { defaultMessage: 'Log in' })}
      </EuiButton>
    </>
  );
}
