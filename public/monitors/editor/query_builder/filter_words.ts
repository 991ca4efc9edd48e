import { i18n } from '@osd/i18n';
import type { FilterChoice } from './filter_choices';

/** What a field is held against, as a person says it. */
export const choiceText = ({ kind, not }: FilterChoice): string => {
  switch (kind) {
    case 'is':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.isNotLabel', { defaultMessage: 'is not' })
        : i18n.translate('watchkeeper.queryBuilder.isLabel', { defaultMessage: 'is' });
    case 'one_of':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notOneOfLabel', {
            defaultMessage: 'is not one of',
          })
        : i18n.translate('watchkeeper.queryBuilder.oneOfLabel', { defaultMessage: 'is one of' });
    case 'range':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notRangeLabel', {
            defaultMessage: 'is not between',
          })
        : i18n.translate('watchkeeper.queryBuilder.rangeLabel', { defaultMessage: 'is between' });
    case 'exists':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notExistsLabel', {
            defaultMessage: 'is missing',
          })
        : i18n.translate('watchkeeper.queryBuilder.existsLabel', { defaultMessage: 'exists' });
    case 'phrase':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notPhraseLabel', {
            defaultMessage: 'lacks the words',
          })
        : i18n.translate('watchkeeper.queryBuilder.phraseLabel', {
            defaultMessage: 'has the words',
          });
    case 'starts_with':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notStartsWithLabel', {
            defaultMessage: 'does not start with',
          })
        : i18n.translate('watchkeeper.queryBuilder.startsWithLabel', {
            defaultMessage: 'starts with',
          });
    case 'ends_with':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notEndsWithLabel', {
            defaultMessage: 'does not end with',
          })
        : i18n.translate('watchkeeper.queryBuilder.endsWithLabel', { defaultMessage: 'ends with' });
    case 'contains':
      return not
        ? i18n.translate('watchkeeper.queryBuilder.notContainsLabel', {
            defaultMessage: 'does not contain',
          })
        : i18n.translate('watchkeeper.queryBuilder.containsLabel', { defaultMessage: 'contains' });
  }
};

export const valueLabel = (): string =>
  i18n.translate('watchkeeper.queryBuilder.valueAriaLabel', { defaultMessage: 'Value' });
