import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormLabel,
  EuiSmallButton,
  EuiText,
} from '@elastic/eui';
import type {
  ChainedAlertTrigger,
  DocumentLevelTrigger,
} from '../../../../common/monitors/trigger';
import type { CompletionSource } from '../../../shared/code_completion';
import { changeTrigger } from '../changes';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { nameOf, useOtherMonitors } from '../inputs/other_monitors';
import {
  completeExpression,
  expressionProblems,
  inNames,
  termChoices,
  withPart,
  withTerm,
} from './expression_terms';
import { ConditionCode } from './condition_code';
import type { TermChoice } from './expression_terms';

const OPERATORS = ['&&', '||', '!', '(', ')'] as const;

/** As in words, for those who do not read signs. */
const operatorLabel = (operator: (typeof OPERATORS)[number]): string => {
  switch (operator) {
    case '&&':
      return i18n.translate('watchkeeper.editor.andLabel', { defaultMessage: 'and' });
    case '||':
      return i18n.translate('watchkeeper.editor.orLabel', { defaultMessage: 'or' });
    case '!':
      return i18n.translate('watchkeeper.editor.notLabel', { defaultMessage: 'not' });
    default:
      return operator;
  }
};

const Builder: React.FC<{
  choices: readonly TermChoice[];
  source: string;
  onChange: (source: string) => void;
}> = ({ choices, source, onChange }) => (
  <EuiFlexGroup gutterSize="xs" responsive={false} wrap alignItems="center">
    {choices.map(({ text, label }) => (
      <EuiFlexItem grow={false} key={text}>
        <EuiSmallButton
          iconType="plusInCircle"
          title={text}
          onClick={() => onChange(withTerm(source, text))}
          data-test-subj="insertTermButton"
        >
          {label}
        </EuiSmallButton>
      </EuiFlexItem>
    ))}
    {OPERATORS.map((operator) => (
      <EuiFlexItem grow={false} key={operator}>
        <EuiButtonEmpty
          size="xs"
          onClick={() => onChange(withPart(source, operator))}
          data-test-subj="insertOperatorButton"
        >
          {operatorLabel(operator)}
        </EuiButtonEmpty>
      </EuiFlexItem>
    ))}
  </EuiFlexGroup>
);

interface ExpressionProps {
  /** Where the condition is in the monitor. */
  field: string;
  label: string;
  helpText: string;
  source: string;
  choices: readonly TermChoice[];
  /** The expression as people read it; empty where that says no more. */
  named?: string;
  onChange: (source: string) => void;
}

const Expression: React.FC<ExpressionProps> = ({
  field,
  label,
  helpText,
  source,
  choices,
  named = '',
  onChange,
}) => {
  const problems = useMemo(() => expressionProblems(source), [source]);
  const completion = useMemo(
    (): CompletionSource => (text, offset, explicit) =>
      completeExpression(text, offset, explicit, choices),
    [choices]
  );
  return (
    <FieldGroup field={field}>
      <EuiFormLabel>{label}</EuiFormLabel>
      <Builder choices={choices} source={source} onChange={onChange} />
      <ConditionCode
        label={label}
        source={source}
        problems={problems}
        completion={completion}
        problemMark="expressionProblem"
        onChange={onChange}
      />
      {named !== '' && (
        <EuiText size="s" data-test-subj="expressionInNames">
          <span className="eui-textBreakWord">{named}</span>
        </EuiText>
      )}
      <EuiText size="xs" color="subdued">
        {helpText}
      </EuiText>
    </FieldGroup>
  );
};

const useSource = (trigger: DocumentLevelTrigger | ChainedAlertTrigger) => {
  const { update } = useEditor();
  const { script } = trigger.condition;
  return {
    source: script.source,
    onChange: (source: string) =>
      update(changeTrigger(trigger.id, { condition: { script: { ...script, source } } })),
  };
};

/** Which of the queries must match a document. */
export const DocumentConditionFields: React.FC<{ trigger: DocumentLevelTrigger; path: string }> = ({
  trigger,
  path,
}) => {
  const { draft } = useEditor();
  const choices = useMemo(() => termChoices(draft, () => undefined), [draft]);
  return (
    <Expression
      field={`${path}.condition`}
      label={i18n.translate('watchkeeper.editor.documentConditionLabel', {
        defaultMessage: 'Condition over the queries that match a document',
      })}
      helpText={i18n.translate('watchkeeper.editor.documentConditionHelpText', {
        defaultMessage:
          'Queries by {name}, {id} or {tag}. {and} and {or} bind alike: use parentheses.',
        values: {
          name: 'query[name=…]',
          id: 'query[id=…]',
          tag: 'query[tag=…]',
          and: '&&',
          or: '||',
        },
      })}
      choices={choices}
      {...useSource(trigger)}
    />
  );
};

/** Which of the monitors must have alerts. */
export const ChainedConditionFields: React.FC<{ trigger: ChainedAlertTrigger; path: string }> = ({
  trigger,
  path,
}) => {
  const { draft, monitorId } = useEditor();
  const { monitors } = useOtherMonitors(monitorId);
  const choices = useMemo(
    () => termChoices(draft, (id) => nameOf(monitors, id)),
    [draft, monitors]
  );
  const { source, onChange } = useSource(trigger);
  return (
    <Expression
      field={`${path}.condition`}
      label={i18n.translate('watchkeeper.editor.chainedConditionLabel', {
        defaultMessage: 'Condition over the alerts of the monitors',
      })}
      helpText={i18n.translate('watchkeeper.editor.chainedConditionHelpText', {
        defaultMessage:
          '{monitor} is true while that monitor finds something. {and} and {or} bind alike: use parentheses.',
        values: { monitor: 'monitor[id=…]', and: '&&', or: '||' },
      })}
      choices={choices}
      named={inNames(source, choices)}
      source={source}
      onChange={onChange}
    />
  );
};
