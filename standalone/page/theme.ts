/**
 * Runs before everything else: decides on light or dark and asks for its style sheet. A script of its
 * own, since the page's content policy forbids inline ones.
 */
import { readSettings } from './core/stored_settings';

const dark = readSettings()['theme:darkMode'] === true;
window.__osdThemeTag__ = dark ? 'v8dark' : 'v8light';

const link = document.createElement('link');
link.rel = 'stylesheet';
link.id = 'themeStyleSheet';
link.href = `${document.currentScript?.dataset.path ?? ''}${dark ? 'dark' : 'light'}.css`;
document.head.appendChild(link);
document.documentElement.style.background = dark ? '#0a121a' : '#f0f2f4';
