import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormLabel,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import type { QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { CodeEditor } from '../../../shared/code_editor';
import { changeTrigger } from '../changes';
import { useConditionEvaluation } from '../condition_evaluation';
import type { Evaluation } from '../condition_evaluation';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { placedMessage } from '../json_lint';

const Value: React.FC<{ evaluation: Extract<Evaluation, { kind: 'value' }> }> = ({
  evaluation,
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem grow={false}>
      <EuiBadge color={evaluation.triggered ? 'warning' : 'hollow'} data-test-subj="conditionValue">
        {evaluation.value}
      </EuiBadge>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiText size="s">
        {evaluation.triggered
          ? i18n.translate('watchkeeper.editor.wouldTriggerText', {
              defaultMessage: 'Would trigger on the last run',
            })
          : i18n.translate('watchkeeper.editor.wouldNotTriggerText', {
              defaultMessage: 'Would not trigger on the last run',
            })}
      </EuiText>
    </EuiFlexItem>
    {evaluation.note && (
      <EuiFlexItem grow={false}>
        <EuiText size="xs" color="subdued">
          {evaluation.note}
        </EuiText>
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);

/** What the condition comes to, in a line. */
const Outcome: React.FC<{ evaluation: Evaluation }> = ({ evaluation }) => {
  switch (evaluation.kind) {
    case 'value':
      return <Value evaluation={evaluation} />;
    case 'error':
      return (
        <EuiText size="s" color="danger" data-test-subj="conditionError">
          <span className="eui-textBreakWord">{placedMessage(evaluation)}</span>
        </EuiText>
      );
    case 'asking':
      return (
        <EuiText size="s" color="subdued">
          <EuiLoadingSpinner size="s" /> {evaluation.note}
        </EuiText>
      );
    case 'no_run':
      return (
        <EuiText size="s" color="subdued">
          {i18n.translate('watchkeeper.editor.conditionNoRunText', {
            defaultMessage: 'Run the query to see what this comes to.',
          })}
        </EuiText>
      );
  }
};

/** The Painless condition, evaluated against the last Run as it is typed. */
export const ConditionField: React.FC<{ trigger: QueryLevelTrigger; path: string }> = ({
  trigger,
  path,
}) => {
  const { update } = useEditor();
  const evaluation = useConditionEvaluation(trigger);
  const { script } = trigger.condition;
  const problems = useMemo(() => (evaluation.kind === 'error' ? [evaluation] : []), [evaluation]);
  const label = i18n.translate('watchkeeper.editor.conditionLabel', {
    defaultMessage: 'Condition (Painless)',
  });
  return (
    <FieldGroup field={`${path}.condition`}>
      <EuiFormLabel>{label}</EuiFormLabel>
      <CodeEditor
        value={script.source}
        onChange={(source) =>
          update(changeTrigger(trigger.id, { condition: { script: { ...script, source } } }))
        }
        language="plain"
        ariaLabel={label}
        problems={problems}
        minHeight="48px"
        maxHeight="240px"
        data-test-subj="conditionEditor"
      />
      <div aria-live="polite" style={{ marginTop: 4 }}>
        <Outcome evaluation={evaluation} />
      </div>
    </FieldGroup>
  );
};
