/** The page of the standalone host: registers the bundles' registry, then starts the plugin's browser side. */
import { createBundles } from './core/bundles';
import { readMetadata } from './core/metadata';
import { showFatalError } from './core/fatal_error';
import { loadTexts } from './core/load_texts';
import { startCore } from './core/start_core';
import { themeLoaded } from './core/theme_loaded';

const bundles = createBundles();
const metadata = readMetadata();

Object.assign(window, {
  __osdBundles__: bundles,
  __osdPublicPath__: { [metadata.plugin.id]: metadata.plugin.publicPath },
});

// The scripts are deferred, so that the plugin's has run by then.
document.addEventListener('DOMContentLoaded', () => {
  Promise.all([themeLoaded(), loadTexts(metadata)])
    .then(() => startCore(metadata, bundles))
    .catch(showFatalError);
});
