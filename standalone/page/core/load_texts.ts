import { i18n as sharedI18n } from '@osd/i18n';
import { i18n } from '../i18n';
import type { Translation } from '../i18n';
import { shellMessages } from '../i18n_shell';
import type { Metadata } from './metadata';

type WithInit = Pick<typeof i18n, 'init'>;

/** Takes the locale's texts, before any of them is looked up. A page without them speaks its default language. */
export async function loadTexts({ i18n: { locale, translationsUrl } }: Metadata): Promise<void> {
  if (locale === i18n.getLocale()) return;
  const answer = await fetch(translationsUrl);
  if (!answer.ok) return;
  const translation = (await answer.json()) as Translation;
  document.documentElement.lang = translation.locale;
  // This shell and the bundles of plugins have a copy each.
  i18n.init({ ...translation, messages: shellMessages(translation.locale) });
  (sharedI18n as unknown as WithInit).init(translation);
}
