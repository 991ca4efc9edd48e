import React, { useCallback, useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormLabel,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import { subExpressionsOf } from '../../../../common/monitors/conditions/sub_expressions';
import { DEFAULT_CONDITION } from '../../../../common/monitors/monitor';
import type { Monitor, QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { answerMeasures, queryMeasures } from '../../../../common/monitors/threshold/measures';
import { printCondition } from '../../../../common/monitors/threshold/print_condition';
import { readCondition } from '../../../../common/monitors/threshold/read_condition';
import type { VisualCondition } from '../../../../common/monitors/threshold/threshold';
import { changeTrigger } from '../changes';
import { useConditionEvaluation } from '../condition_evaluation';
import type { Evaluation } from '../condition_evaluation';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { placedMessage } from '../json_lint';
import { searchOf } from '../question';
import type { DoneRun } from '../query_run';
import { measureLabel, queryMeasureReader } from '../../threshold_words';
import { ConditionCode } from './condition_code';
import { conditionCompletion, currentValue, useConditionContext } from './condition_context';
import type { ConditionContext } from './condition_context';
import { ConditionTabs } from './condition_tabs';
import { SubExpressionList } from './sub_expression_list';
import { ThresholdPanel } from './threshold_panel';
import { newThreshold } from './threshold_row';
import type { MeasureChoice } from './threshold_row';

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

interface PartProps {
  trigger: QueryLevelTrigger;
  context: ConditionContext;
  evaluation: Evaluation;
  onChange: (source: string) => void;
}

/** The condition as Painless, completed by the last Run, with what each part of it comes to. */
const Script: React.FC<PartProps> = ({ trigger, context, evaluation, onChange }) => {
  const { source } = trigger.condition.script;
  const problems = useMemo(() => (evaluation.kind === 'error' ? [evaluation] : []), [evaluation]);
  const completion = useMemo(() => conditionCompletion(context), [context]);
  const parts = useMemo(
    () => (context.isReal ? subExpressionsOf(source, context.given) : []),
    [source, context]
  );
  const label = i18n.translate('watchkeeper.editor.conditionLabel', {
    defaultMessage: 'Condition (Painless)',
  });
  return (
    <>
      <EuiFormLabel>{label}</EuiFormLabel>
      <ConditionCode
        label={label}
        source={source}
        problems={problems}
        completion={completion}
        onChange={onChange}
      />
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.conditionHelpText', {
          defaultMessage: 'After a dot, or by Ctrl+Space, it lists what the last run brought.',
        })}
      </EuiText>
      <SubExpressionList id={`${trigger.id}-parts`} parts={parts} />
    </>
  );
};

const measureChoices = (draft: Monitor, done: DoneRun | null): MeasureChoice[] => {
  const offered =
    draft.monitor_type === 'cluster_metrics_monitor' || draft.monitor_type === 'heartbeat_monitor'
      ? answerMeasures(done?.response)
      : queryMeasures(searchOf(draft).query);
  return offered.map(({ measure, of, isText }) => ({ measure, label: measureLabel(of), isText }));
};

/** What a script is replaced by that has no thresholds to show. */
const simplest = ([first]: readonly MeasureChoice[]): string =>
  first ? printCondition({ join: 'and', thresholds: [newThreshold(first)] }) : DEFAULT_CONDITION;

const Thresholds: React.FC<
  PartProps & { condition: VisualCondition; choices: readonly MeasureChoice[] }
> = ({ trigger, choices, context, condition, onChange }) => {
  const { draft } = useEditor();
  const { query } = searchOf(draft);
  const ofMeasure = useMemo(() => queryMeasureReader(query), [query]);
  const now = useCallback((measure: string) => currentValue(measure, context), [context]);
  return (
    <ThresholdPanel
      triggerId={trigger.id}
      condition={condition}
      choices={choices}
      now={now}
      ofMeasure={ofMeasure}
      onChange={onChange}
    />
  );
};

/** The condition over an answer, as thresholds or as Painless, evaluated against the last Run as it is typed. */
export const ConditionField: React.FC<{ trigger: QueryLevelTrigger; path: string }> = ({
  trigger,
  path,
}) => {
  const {
    draft,
    update,
    runner: { done },
  } = useEditor();
  const choices = useMemo(() => measureChoices(draft, done), [draft, done]);
  const evaluation = useConditionEvaluation(trigger);
  const context = useConditionContext(trigger);
  const { script } = trigger.condition;
  const read = useMemo(() => readCondition(script.source), [script.source]);
  const onChange = useCallback(
    (source: string) =>
      update(changeTrigger(trigger.id, { condition: { script: { ...script, source } } })),
    [update, trigger.id, script]
  );
  const part = { trigger, context, evaluation, onChange };
  return (
    <FieldGroup field={`${path}.condition`}>
      <ConditionTabs
        read={read}
        onReplace={() => onChange(simplest(choices))}
        threshold={() =>
          read.kind === 'visual' && (
            <Thresholds {...part} choices={choices} condition={read.condition} />
          )
        }
        script={() => <Script {...part} />}
      />
      <div aria-live="polite" style={{ marginTop: 4 }}>
        <Outcome evaluation={evaluation} />
      </div>
    </FieldGroup>
  );
};
