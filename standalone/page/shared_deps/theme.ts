/** Stands in for `@osd/ui-shared-deps/theme`: the variables of the theme that the page has on. */
import darkVars from '@elastic/eui/dist/eui_theme_next_dark.json';
import lightVars from '@elastic/eui/dist/eui_theme_next_light.json';

declare global {
  interface Window {
    /** Set before anything else is loaded, by `theme.ts`. */
    __osdThemeTag__: string;
  }
}

export const tag = window.__osdThemeTag__;
export const version = tag.replace(/(light|dark)$/, '');
export const darkMode = tag.endsWith('dark');
export const euiLightVars = lightVars;
export const euiDarkVars = darkVars;
export const euiThemeVars = darkMode ? darkVars : lightVars;
