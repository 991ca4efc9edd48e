import { i18n } from '@osd/i18n';

/** A count with the separators of the locale. */
export const formatCount = (count: number): string => count.toLocaleString(i18n.getLocale());
