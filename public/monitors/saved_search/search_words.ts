import { i18n } from '@osd/i18n';
import type { SearchNote } from '../../../common/import/saved_search';

/** What does not come along as it is, in a sentence. */
export const noteWords = (note: SearchNote): string => {
  switch (note.kind) {
    case 'disabled_filter':
      return i18n.translate('watchkeeper.savedSearch.disabledFilterText', {
        defaultMessage: 'The filter “{name}” is switched off there, and left out.',
        values: { name: note.name },
      });
    case 'unreadable_filter':
      return i18n.translate('watchkeeper.savedSearch.unreadableFilterText', {
        defaultMessage: 'The filter “{name}” could not be read, and is left out.',
        values: { name: note.name },
      });
    case 'dsl_filter':
      return i18n.translate('watchkeeper.savedSearch.dslFilterText', {
        defaultMessage:
          'The filter “{name}” stands in the query as it is; the query builder has no field for it.',
        values: { name: note.name },
      });
    case 'unknown_language':
      return i18n.translate('watchkeeper.savedSearch.languageText', {
        defaultMessage: 'The query is left out, since it is in {language}: {text}',
        values: { language: note.language, text: note.text },
      });
    case 'no_index_pattern':
      return i18n.translate('watchkeeper.savedSearch.noPatternText', {
        defaultMessage: 'Its index pattern is not there any more: name the indices.',
      });
    case 'no_time_field':
      return i18n.translate('watchkeeper.savedSearch.noTimeFieldText', {
        defaultMessage: 'Its index pattern has no time field: {field} is assumed.',
        values: { field: '@timestamp' },
      });
    case 'unreadable':
      return i18n.translate('watchkeeper.savedSearch.unreadableText', {
        defaultMessage: 'Its query could not be read, and is left out.',
      });
  }
};
