import { i18n } from '@osd/i18n';
import type { Phrase } from '../../common/phrase';

/** A text that `common/` names, in the reader's language. */
export const say = (
  { id, defaultMessage }: Phrase,
  values?: Record<string, string | number>
): string => i18n.translate(id, { defaultMessage, ...(values ? { values } : {}) });
