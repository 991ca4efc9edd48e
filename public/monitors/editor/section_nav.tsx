import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';
import { problemCounts, sectionAnchor, sectionIds, sectionLabel } from './sections';
import type { SectionId } from './sections';

/** Takes the eyes to a section, and the keyboard. */
const jumpTo = (id: SectionId): void => {
  const section = document.getElementById(sectionAnchor(id));
  if (!section) return;
  section.scrollIntoView({ block: 'start' });
  section.focus({ preventScroll: true });
};

const ariaLabelOf = (label: string, count: number): string =>
  count === 0
    ? label
    : i18n.translate('watchkeeper.editor.sectionProblemsAriaLabel', {
        defaultMessage: '{label}, {count, plural, one {# problem} other {# problems}}',
        values: { label, count },
      });

/** The sections of the form, to be jumped to, each with how much is wrong in it. */
export const SectionNav: React.FC<{ isNew: boolean; problems: readonly FieldProblem[] }> = ({
  isNew,
  problems,
}) => {
  const counts = problemCounts(problems);
  return (
    <nav
      aria-label={i18n.translate('watchkeeper.editor.sectionsAriaLabel', {
        defaultMessage: 'Sections of the form',
      })}
      data-test-subj="sectionNav"
    >
      <EuiFlexGroup gutterSize="none" responsive={false} wrap alignItems="center">
        {sectionIds(isNew).map((id) => {
          const label = sectionLabel(id);
          const count = counts[id] ?? 0;
          return (
            <EuiFlexItem grow={false} key={id}>
              <EuiButtonEmpty
                size="xs"
                color={count > 0 ? 'danger' : 'text'}
                onClick={() => jumpTo(id)}
                aria-label={ariaLabelOf(label, count)}
                data-test-subj={`sectionNav-${id}`}
              >
                {label}
                {count > 0 && (
                  <>
                    {' '}
                    <EuiBadge color="danger">{count}</EuiBadge>
                  </>
                )}
              </EuiButtonEmpty>
            </EuiFlexItem>
          );
        })}
      </EuiFlexGroup>
    </nav>
  );
};
