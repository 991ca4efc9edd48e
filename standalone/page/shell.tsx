/** The page of the standalone host: registers the bundles' registry, then starts the plugin's browser side. */
import { createBundles } from './core/bundles';
import { readMetadata } from './core/metadata';
import { showFatalError } from './core/fatal_error';
import { loadTexts } from './core/load_texts';
import { startCore } from './core/start_core';

const bundles = createBundles();
const metadata = readMetadata();

Object.assign(window, {
  __osdBundles__: bundles,
  __osdPublicPath__: { [metadata.plugin.id]: metadata.plugin.publicPath },
});

/** Nothing is shown before the theme is there: without it the page would jump. */
async function themeLoaded(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('#themeStyleSheet');
  if (link === null || link.sheet !== null) return;
  await new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
}

// The scripts are deferred, so that the plugin's has run by then.
document.addEventListener('DOMContentLoaded', () => {
  Promise.all([themeLoaded(), loadTexts(metadata)])
    .then(() => startCore(metadata, bundles))
    .catch(showFatalError);
});
