import { i18n } from '@osd/i18n';
import { appPaths } from '../../shared/app_paths';
import type { Crumb } from '../../shared/page_frame';

export const templatesTitle = (): string =>
  i18n.translate('watchkeeper.templates.title', { defaultMessage: 'Message templates' });

export const newTemplateTitle = (): string =>
  i18n.translate('watchkeeper.templates.newTitle', { defaultMessage: 'New message template' });

/** The way back to the list. */
export const templatesCrumb = (): Crumb => ({ text: templatesTitle(), to: appPaths.templates() });
