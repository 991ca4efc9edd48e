import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid, EuiFlexItem } from '@elastic/eui';
import type { Trigger } from '../../../../common/monitors/monitor';
import { NO_DATA_POLICIES } from '../../../../common/monitors/trigger';
import type { NoDataPolicy } from '../../../../common/monitors/trigger';
import { noDataLabel } from '../../policy_words';
import { changeTrigger } from '../changes';
import type { TriggerFields } from '../changes';
import { useEditor } from '../editor_model';
import { Folded } from '../folded';
import { DurationField } from '../fields/duration_field';
import { OfField } from '../fields/of_field';
import { ChoiceField, LinesField, unlessBlank } from '../fields/text_fields';

interface PolicyProps {
  trigger: Trigger;
  path: string;
}

const useChange = ({ trigger }: PolicyProps) => {
  const { update } = useEditor();
  return (changes: TriggerFields) => update(changeTrigger(trigger.id, changes));
};

const Times: React.FC<PolicyProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  return (
    <>
      <EuiFlexItem>
        <DurationField
          field={`${path}.for`}
          label={i18n.translate('watchkeeper.editor.forLabel', {
            defaultMessage: 'Pending for',
          })}
          helpText={i18n.translate('watchkeeper.editor.forHelpText', {
            defaultMessage:
              'The condition must stay true for so long before the alert is active and its actions run.',
          })}
          value={trigger.for}
          onChange={(value) => change({ for: value })}
          mark="for"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <DurationField
          field={`${path}.keep_firing_for`}
          label={i18n.translate('watchkeeper.editor.keepFiringLabel', {
            defaultMessage: 'Keep active for',
          })}
          helpText={i18n.translate('watchkeeper.editor.keepFiringHelpText', {
            defaultMessage:
              'The alert stays active for so long after the condition has ended, so that a short break does not end it.',
          })}
          value={trigger.keep_firing_for}
          onChange={(value) => change({ keep_firing_for: value })}
          mark="keepFiring"
        />
      </EuiFlexItem>
    </>
  );
};

const Counts: React.FC<PolicyProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  const { occurrences, flapping } = trigger;
  return (
    <>
      <EuiFlexItem>
        <OfField
          field={`${path}.occurrences`}
          label={i18n.translate('watchkeeper.editor.occurrencesLabel', {
            defaultMessage: 'Number of occurrences',
          })}
          helpText={i18n.translate('watchkeeper.editor.occurrencesHelpText', {
            defaultMessage:
              'The condition must be true in so many of the last runs, not only in the last one.',
          })}
          switchLabel={i18n.translate('watchkeeper.editor.occurrencesSwitchLabel', {
            defaultMessage: 'Only when it was true this often:',
          })}
          value={occurrences && { some: occurrences.times, of: occurrences.of }}
          initial={{ some: 3, of: 5 }}
          onChange={(value) =>
            change({ occurrences: value && { times: value.some, of: value.of } })
          }
          mark="occurrences"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <OfField
          field={`${path}.flapping`}
          label={i18n.translate('watchkeeper.editor.flappingLabel', {
            defaultMessage: 'Flapping',
          })}
          helpText={i18n.translate('watchkeeper.editor.flappingHelpText', {
            defaultMessage:
              'When the condition changes more often than this, the alert stays open and says that it flaps.',
          })}
          switchLabel={i18n.translate('watchkeeper.editor.flappingSwitchLabel', {
            defaultMessage: 'It flaps after more changes than:',
          })}
          value={flapping && { some: flapping.changes, of: flapping.of }}
          initial={{ some: 4, of: 10 }}
          onChange={(value) => change({ flapping: value && { changes: value.some, of: value.of } })}
          mark="flapping"
        />
      </EuiFlexItem>
    </>
  );
};

type NoDataChoice = 'unset' | NoDataPolicy;

const NO_DATA_CHOICES: readonly NoDataChoice[] = ['unset', ...NO_DATA_POLICIES];

const Ends: React.FC<PolicyProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  return (
    <>
      <EuiFlexItem>
        <LinesField
          field={`${path}.recovery_condition`}
          label={i18n.translate('watchkeeper.editor.recoveryConditionLabel', {
            defaultMessage: 'Recovery condition',
          })}
          helpText={i18n.translate('watchkeeper.editor.recoveryConditionHelpText', {
            defaultMessage:
              'The alert ends only when this is true, too: in the language of the condition. It keeps a value at the threshold from opening and closing the alert.',
          })}
          value={trigger.recovery_condition?.script.source ?? ''}
          onChange={(text) => {
            const source = unlessBlank(text);
            change({
              recovery_condition:
                source === undefined ? undefined : { script: { source, lang: 'painless' } },
            });
          }}
          mark="recoveryConditionInput"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <ChoiceField<NoDataChoice>
          field={`${path}.no_data`}
          label={i18n.translate('watchkeeper.editor.noDataLabel', {
            defaultMessage: 'When there is nothing to judge',
          })}
          helpText={i18n.translate('watchkeeper.editor.noDataHelpText', {
            defaultMessage: 'What the trigger makes of a run that found no data at all.',
          })}
          options={NO_DATA_CHOICES.map((value) => ({ value, text: noDataLabel(value) }))}
          value={trigger.no_data ?? 'unset'}
          onChange={(value) => change({ no_data: value === 'unset' ? undefined : value })}
          mark="noDataSelect"
        />
      </EuiFlexItem>
    </>
  );
};

const POLICIES = [
  'for',
  'keep_firing_for',
  'recovery_condition',
  'occurrences',
  'flapping',
  'no_data',
] as const;

/** Whether anything is said about how alerts come and go. */
export const hasPolicies = (trigger: Trigger): boolean =>
  POLICIES.some((policy) => trigger[policy] !== undefined);

/** How the alerts of a trigger come and go. What is not set does nothing. */
export const TriggerPolicies: React.FC<PolicyProps> = (props) => {
  const { path, trigger } = props;
  return (
    <Folded
      id={`${path}-policies`}
      title={i18n.translate('watchkeeper.editor.policiesTitle', {
        defaultMessage: 'How the alert comes and goes',
      })}
      isOpen={hasPolicies(trigger)}
      fields={POLICIES.map((policy) => `${path}.${policy}`)}
      mark="triggerPolicies"
    >
      <EuiFlexGrid columns={2} gutterSize="m">
        <Times {...props} />
        <Counts {...props} />
        <Ends {...props} />
      </EuiFlexGrid>
    </Folded>
  );
};
