import { i18n } from '@osd/i18n';

/** A count with the separators of the locale. */
export const formatCount = (count: number): string => count.toLocaleString(i18n.getLocale());

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** A size as the cluster writes it (1 KB is 1024 bytes): `0 B`, `1.4 GB`, `213 MB`. */
export const formatBytes = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(i18n.getLocale(), { maximumFractionDigits: digits })} ${UNITS[power]}`;
};
