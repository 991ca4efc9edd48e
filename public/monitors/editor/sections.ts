import { i18n } from '@osd/i18n';
import type { FieldProblem } from '../../../common/errors';

export type SectionId =
  'type' | 'basics' | 'query' | 'triggers' | 'preview' | 'settings' | 'back_test';

/** The element of a section, to be jumped to. */
export const sectionAnchor = (id: SectionId): string => `watchkeeperSection-${id}`;

/** In the order of the form. A saved monitor's type stays, and is no section. */
export const sectionIds = (isNew: boolean): SectionId[] => [
  ...(isNew ? (['type'] as const) : []),
  ...(['basics', 'query', 'triggers', 'preview', 'settings', 'back_test'] as const),
];

export const sectionLabel = (id: SectionId): string => {
  switch (id) {
    case 'type':
      return i18n.translate('watchkeeper.editor.typeTitle', { defaultMessage: 'Type' });
    case 'basics':
      return i18n.translate('watchkeeper.editor.basicsTitle', { defaultMessage: 'Monitor' });
    case 'query':
      return i18n.translate('watchkeeper.editor.queryNavLabel', { defaultMessage: 'Query' });
    case 'triggers':
      return i18n.translate('watchkeeper.editor.triggersTitle', { defaultMessage: 'Triggers' });
    case 'preview':
      return i18n.translate('watchkeeper.preview.navLabel', { defaultMessage: 'Preview' });
    case 'settings':
      return i18n.translate('watchkeeper.editor.settingsTitle', {
        defaultMessage: 'More settings',
      });
    case 'back_test':
      return i18n.translate('watchkeeper.backTest.title', { defaultMessage: 'Back-test' });
  }
};

const BASICS = /^(name|enabled|schedule)(\.|$)|^inputs\.0\.(search|doc_level_input)\.indices(\.|$)/;

/** Where a field stands, by its dotted path in the monitor. */
export const sectionOf = (field: string): SectionId => {
  if (BASICS.test(field)) return 'basics';
  const [top] = field.split('.');
  if (top === 'inputs') return 'query';
  if (top === 'triggers') return 'triggers';
  return top === 'monitor_type' ? 'type' : 'settings';
};

/** How many problems there are in each section. */
export const problemCounts = (
  problems: readonly FieldProblem[]
): Partial<Record<SectionId, number>> => {
  const counts: Partial<Record<SectionId, number>> = {};
  for (const { field } of problems) {
    const section = sectionOf(field);
    counts[section] = (counts[section] ?? 0) + 1;
  }
  return counts;
};
