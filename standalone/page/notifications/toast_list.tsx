import { EuiGlobalToastList } from '@elastic/eui';
import type { MountPoint } from 'opensearch-dashboards/public';
import React from 'react';
import type { ReactNode } from 'react';
import { MountedContent } from '../core/mount_react';
import { useObservable } from '../core/use_observable';
import type { Toasts } from './toasts';

const LIFE_TIME_MS = 6_000;

/** The toasts on the page. */
export function ToastList({ toasts }: { toasts: Toasts }) {
  const shown = useObservable(toasts.toasts$).map(({ title, text, ...toast }) => ({
    ...toast,
    title: content(title),
    text: <>{content(text)}</>,
  }));
  return (
    <EuiGlobalToastList
      data-test-subj="globalToastList"
      toasts={shown}
      toastLifeTimeMs={LIFE_TIME_MS}
      dismissToast={({ id }) => toasts.remove(id)}
    />
  );
}

function content(value: string | MountPoint | undefined): ReactNode {
  return typeof value === 'function' ? <MountedContent mount={value} /> : value;
}
