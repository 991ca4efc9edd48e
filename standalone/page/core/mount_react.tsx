import type { MountPoint } from 'opensearch-dashboards/public';
import React, { useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import * as ReactDom from 'react-dom';
import { OuiTexts } from '../oui_texts';

interface Root {
  render(node: ReactElement): void;
  unmount(): void;
}

/** Renders with whichever React the page is built on; returns what takes the tree out again. */
export function mountReact(element: Element, node: ReactElement): () => void {
  const tree = <OuiTexts>{node}</OuiTexts>;
  const { createRoot } = ReactDom as unknown as { createRoot?: (element: Element) => Root };
  if (createRoot === undefined) {
    ReactDom.render(tree, element);
    return () => void ReactDom.unmountComponentAtNode(element);
  }
  const root = createRoot(element);
  root.render(tree);
  return () => root.unmount();
}

/** Shows what a mount point renders. */
export function MountedContent({ mount }: { mount: MountPoint }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (ref.current === null ? undefined : mount(ref.current)), [mount]);
  return <div ref={ref} />;
}
