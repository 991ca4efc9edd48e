import { parseBooleanExpression, termsOf } from '../../../../common/monitors/boolean_expression';
import type { Monitor } from '../../../../common/monitors/monitor';
import type { CompletionList } from '../../../shared/code_completion';
import type { EditorProblem } from '../../../shared/code_editor';

/** Something that an expression can name. */
export interface TermChoice {
  /** As the expression writes it. */
  text: string;
  /** As a person knows it. */
  label: string;
}

/** Quoted where it holds what ends a term. */
const valueText = (value: string): string => (value.includes(']') ? JSON.stringify(value) : value);

/** What the expression of a trigger can name: queries and tags of the monitor, or other monitors. */
export const termChoices = (
  draft: Monitor,
  nameOf: (monitorId: string) => string | undefined
): TermChoice[] => {
  if (draft.monitor_type === 'doc_level_monitor') {
    const { queries } = draft.inputs[0].doc_level_input;
    const tags = [...new Set(queries.flatMap((query) => query.tags))];
    return [
      ...queries.map(({ name }) => ({ text: `query[name=${valueText(name)}]`, label: name })),
      ...tags.map((tag) => ({ text: `query[tag=${valueText(tag)}]`, label: `#${tag}` })),
    ];
  }
  if (draft.monitor_type !== 'composite_monitor') return [];
  const { delegates } = draft.inputs[0].composite_input.sequence;
  return delegates.map(({ monitor_id: id }) => ({
    text: `monitor[id=${id}]`,
    label: nameOf(id) ?? id,
  }));
};

/** The expression with a term, or an operator, put at its end. */
export const withPart = (source: string, part: string): string => {
  const before = source.trimEnd();
  if (before === '') return part;
  return /[(!]$/.test(before) ? `${before}${part}` : `${before} ${part}`;
};

/** Terms after one another are joined, so that two clicks make an expression. */
export const withTerm = (source: string, term: string): string => {
  const before = source.trimEnd();
  const needsOperator = before !== '' && !/(&&|\|\||!|\()$/.test(before);
  return withPart(needsOperator ? `${before} &&` : before, term);
};

export const expressionProblems = (source: string): EditorProblem[] => {
  if (source.trim() === '') return [];
  const parsed = parseBooleanExpression(source);
  return parsed.kind === 'error' ? [parsed] : [];
};

/** The expression with names in place of ids, where it reads. */
export const inNames = (source: string, choices: readonly TermChoice[]): string => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error' || termsOf(parsed.expression).length === 0) return '';
  return choices.reduce(
    (text, choice) => text.split(choice.text).join(`“${choice.label}”`),
    source
  );
};

/** What is being written of a term: a bare name, or the term itself up to the cursor. */
const TERM_BEFORE = /(?:(?:query|monitor)\[[^\]]*|[^\s!()&|[\]]+)$/;

/** The terms that can stand at a place, found by their names; what is already there of one is replaced. */
export const completeExpression = (
  source: string,
  offset: number,
  explicit: boolean,
  choices: readonly TermChoice[]
): CompletionList | null => {
  const written = TERM_BEFORE.exec(source.slice(0, offset))?.[0] ?? '';
  if (written === '' && !explicit) return null;
  const isTerm = written.includes('[');
  const to = isTerm && source[offset] === ']' ? offset + 1 : offset;
  return {
    from: offset - written.length,
    to,
    // Who began with the term is looking for its text, anybody else for a name.
    items: choices.map(({ text, label }) => ({
      label: isTerm ? text : label,
      detail: isTerm ? label : text,
      apply: text,
      kind: 'variable' as const,
    })),
  };
};
