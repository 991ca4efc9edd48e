import { i18n } from '@osd/i18n';
import { appPaths } from '../shared/app_paths';
import type { Crumb } from '../shared/page_frame';

export const monitorsTitle = (): string =>
  i18n.translate('watchkeeper.monitors.title', { defaultMessage: 'Monitors' });

/** The way back to the list. */
export const monitorsCrumb = (): Crumb => ({ text: monitorsTitle(), to: appPaths.monitors() });
