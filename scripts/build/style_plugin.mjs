import { readFile } from 'node:fs/promises';

/**
 * A style sheet that is imported is put into the page as a `<style>`, as Dashboards' own optimizer
 * does it: the host loads no CSS file of a plugin. The nonce is for a strict content policy.
 */
export function stylePlugin() {
  return {
    name: 'style',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const css = await readFile(path, 'utf8');
        return { contents: inject(css), loader: 'js' };
      });
    },
  };
}

function inject(css) {
  return `
    const style = document.createElement('style');
    if (window.__webpack_nonce__) style.setAttribute('nonce', window.__webpack_nonce__);
    style.textContent = ${JSON.stringify(css)};
    document.head.appendChild(style);
  `;
}
