import type { ReactElement } from 'react';
import * as ReactDOM from 'react-dom';
import type { MountPoint } from 'opensearch-dashboards/public';

/** React 18's way in, by hand: the types are those of the oldest host's React, which lacks it. */
interface ReactRoot {
  render(node: ReactElement): void;
  unmount(): void;
}
interface ReactDomOfEitherVersion {
  createRoot?: (element: Element) => ReactRoot;
}

/**
 * Renders with whichever React the host has (16 or 18).
 *
 * @returns a function that takes the tree away.
 */
export const mountReact = (element: Element, node: ReactElement): (() => void) => {
  const { createRoot } = ReactDOM as unknown as ReactDomOfEitherVersion;
  if (createRoot) {
    const root = createRoot(element);
    root.render(node);
    return () => root.unmount();
  }
  ReactDOM.render(node, element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
};

/** For the host's toasts and dialogs, which take no React nodes. */
export const toMountPoint =
  (node: ReactElement): MountPoint =>
  (element) =>
    mountReact(element, node);
