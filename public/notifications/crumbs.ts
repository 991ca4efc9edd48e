import { i18n } from '@osd/i18n';
import { appPaths } from '../shared/app_paths';
import type { Crumb } from '../shared/page_frame';

export const destinationsTitle = (): string =>
  i18n.translate('watchkeeper.destinations.title', { defaultMessage: 'Destinations' });

/** The way back to the list. */
export const destinationsCrumb = (): Crumb => ({
  text: destinationsTitle(),
  to: appPaths.destinations(),
});
