import type { FieldProblem } from '../../../common/errors';
import type { FormField } from '../../../common/notifications/kinds/form_field';
import type { ProblemsAt, StoredDestination } from '../form/stored_destination';

/** One field of a destination's form, as each control gets it. */
export interface FieldProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The first message of this field, or of a part of it. */
  problems: string[];
  problemsAt: ProblemsAt;
  /** All of them, with positions in texts. */
  allProblems: readonly FieldProblem[];
  stored?: StoredDestination;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const testSubjectOf = ({ name }: FormField): string => `destinationField-${name}`;
