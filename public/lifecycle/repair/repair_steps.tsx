import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiIcon, EuiText } from '@elastic/eui';
import type { RepairPlan } from '../../../common/lifecycle/repair/plan_repair';
import type { StepOutcome } from '../../../common/lifecycle/repair/repair_api';
import { refusalText, stepText } from './repair_words';

const outcomeLabel = ({ outcome }: StepOutcome): string => {
  switch (outcome) {
    case 'done':
      return i18n.translate('watchkeeper.lifecycle.repair.doneLabel', { defaultMessage: 'Done' });
    case 'failed':
      return i18n.translate('watchkeeper.lifecycle.repair.failedLabel', {
        defaultMessage: 'Failed',
      });
    case 'not_tried':
      return i18n.translate('watchkeeper.lifecycle.repair.notTriedLabel', {
        defaultMessage: 'Not tried',
      });
  }
};

const LOOKS = {
  done: { type: 'check', color: 'success' },
  failed: { type: 'cross', color: 'danger' },
  not_tried: { type: 'minusInCircle', color: 'subdued' },
} as const;

/** What came of each step. */
export const StepOutcomes: React.FC<{ index: string; outcomes: readonly StepOutcome[] }> = ({
  index,
  outcomes,
}) => (
  <div role="status" data-test-subj="repairOutcomes">
    {outcomes.map((each, place) => (
      <EuiFlexGroup key={place} gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiIcon {...LOOKS[each.outcome]} aria-hidden />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s" className="eui-textBreakWord" data-test-subj={`step-${each.outcome}`}>
            <strong>{outcomeLabel(each)}</strong>: {stepText(each.step, index)}
            {each.reason !== undefined && (
              <>
                <br />
                {each.reason}
              </>
            )}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
    ))}
  </div>
);

/** What will be done, or why it would not help. */
export const PlannedSteps: React.FC<{ index: string; plan: RepairPlan }> = ({ index, plan }) =>
  'refused' in plan ? (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={i18n.translate('watchkeeper.lifecycle.repair.refusedTitle', {
        defaultMessage: 'This would not help',
      })}
      data-test-subj="repairRefused"
    >
      <p className="eui-textBreakWord">{refusalText(plan.refused, index)}</p>
    </EuiCallOut>
  ) : (
    <EuiText size="s" className="eui-textBreakWord" data-test-subj="repairSteps">
      <p>
        {i18n.translate('watchkeeper.lifecycle.repair.stepsText', {
          defaultMessage: 'This will be done, one after the other:',
        })}
      </p>
      <ol>
        {plan.steps.map((step, place) => (
          <li key={place}>{stepText(step, index)}</li>
        ))}
      </ol>
    </EuiText>
  );
