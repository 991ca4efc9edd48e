import { i18n } from '@osd/i18n';
import { appPaths } from '../shared/app_paths';
import type { Crumb } from '../shared/page_frame';

export const policiesTitle = (): string =>
  i18n.translate('watchkeeper.lifecycle.title', { defaultMessage: 'Index policies' });

/** The way back to the list. */
export const policiesCrumb = (): Crumb => ({ text: policiesTitle(), to: appPaths.policies() });
