import React from 'react';
import type { ReactElement } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { Trigger } from '../../../../common/monitors/monitor';
import { kindOf, unwrap } from '../../../../common/monitors/trigger';
import type { TriggerKind, WrappedTrigger } from '../../../../common/monitors/trigger';
import { SEVERITY_LEVELS, severityLabel } from '../../../shared/severity_badge';
import { RemoveButton } from '../../../shared/remove_button';
import { useDestinations } from '../../destinations';
import { ActionCard } from '../actions/action_card';
import { changeTrigger, removeTrigger } from '../changes';
import { useEditor } from '../editor_model';
import { Field } from '../field';
import { newActionOf } from '../new_trigger';
import { BucketConditionFields } from './bucket_condition';
import { ChainedConditionFields, DocumentConditionFields } from './expression_condition';
import { PplConditionFields } from './ppl_condition';
import { ConditionField } from './scripted_condition';
import { TriggerPolicies } from './trigger_policies';

interface TriggerProps {
  trigger: Trigger;
  /** Where the trigger's fields are in the monitor. */
  path: string;
}

const NameAndSeverity: React.FC<TriggerProps> = ({ trigger, path }) => {
  const { update } = useEditor();
  return (
    <EuiFlexGroup gutterSize="m" responsive={false}>
      <EuiFlexItem grow={3}>
        <Field
          field={`${path}.name`}
          label={i18n.translate('watchkeeper.editor.triggerNameLabel', {
            defaultMessage: 'Trigger name',
          })}
        >
          {(isInvalid) => (
            <EuiCompressedFieldText
              fullWidth
              isInvalid={isInvalid}
              value={trigger.name}
              onChange={(event) => update(changeTrigger(trigger.id, { name: event.target.value }))}
              data-test-subj="triggerNameInput"
            />
          )}
        </Field>
      </EuiFlexItem>
      <EuiFlexItem grow={1}>
        <Field
          field={`${path}.severity`}
          label={i18n.translate('watchkeeper.editor.severityLabel', { defaultMessage: 'Severity' })}
        >
          {(isInvalid) => (
            <EuiCompressedSelect
              fullWidth
              isInvalid={isInvalid}
              options={SEVERITY_LEVELS.map((value) => ({ value, text: severityLabel(value) }))}
              value={trigger.severity}
              onChange={({ target }) => {
                const severity = SEVERITY_LEVELS.find((level) => level === target.value);
                if (severity) update(changeTrigger(trigger.id, { severity }));
              }}
              data-test-subj="severitySelect"
            />
          )}
        </Field>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const AddActionButton: React.FC<{ trigger: Trigger; kind: TriggerKind }> = ({ trigger, kind }) => {
  const { draft, update } = useEditor();
  const { data: destinations = [] } = useDestinations();
  const add = () => {
    // With one destination there is nothing to choose.
    const only = destinations.length === 1 ? destinations[0].id : '';
    const action = newActionOf(draft, kind, trigger.actions, only);
    update(changeTrigger(trigger.id, { actions: [...trigger.actions, action] }));
  };
  return (
    <EuiSmallButton iconType="plusInCircle" onClick={add} data-test-subj="addActionButton">
      {i18n.translate('watchkeeper.editor.addActionButtonLabel', { defaultMessage: 'Add action' })}
    </EuiSmallButton>
  );
};

const Heading: React.FC<{ trigger: Trigger; number: number }> = ({ trigger, number }) => {
  const { update } = useEditor();
  return (
    <EuiFlexGroup alignItems="center" justifyContent="spaceBetween" responsive={false}>
      <EuiFlexItem>
        <EuiTitle size="xs">
          <h3>
            {i18n.translate('watchkeeper.editor.triggerTitle', {
              defaultMessage: 'Trigger {number}: {name}',
              values: { number, name: trigger.name },
            })}
          </h3>
        </EuiTitle>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <RemoveButton
          label={i18n.translate('watchkeeper.editor.removeTriggerAriaLabel', {
            defaultMessage: 'Remove trigger {name}',
            values: { name: trigger.name },
          })}
          mark="removeTriggerButton"
          onRemove={() => update(removeTrigger(trigger.id))}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** What the kind of trigger judges by. */
const conditionOf = (wrapped: WrappedTrigger, path: string): ReactElement => {
  if ('query_level_trigger' in wrapped) {
    return <ConditionField trigger={wrapped.query_level_trigger} path={path} />;
  }
  if ('bucket_level_trigger' in wrapped) {
    return <BucketConditionFields trigger={wrapped.bucket_level_trigger} path={path} />;
  }
  if ('document_level_trigger' in wrapped) {
    return <DocumentConditionFields trigger={wrapped.document_level_trigger} path={path} />;
  }
  if ('chained_alert_trigger' in wrapped) {
    return <ChainedConditionFields trigger={wrapped.chained_alert_trigger} path={path} />;
  }
  return <PplConditionFields trigger={wrapped.ppl_trigger} path={path} />;
};

/** One trigger: severity, name, condition, how its alerts come and go, and its actions. */
export const TriggerCard: React.FC<{ wrapped: WrappedTrigger; index: number }> = ({
  wrapped,
  index,
}) => {
  const kind = kindOf(wrapped);
  const trigger = unwrap(wrapped);
  const path = `triggers.${index}.${kind}`;
  return (
    <>
      {index > 0 && <EuiSpacer size="m" />}
      <EuiPanel color="subdued" hasShadow={false} data-test-subj={`trigger-${index}`}>
        <Heading trigger={trigger} number={index + 1} />
        <EuiSpacer size="s" />
        <NameAndSeverity trigger={trigger} path={path} />
        <EuiSpacer size="m" />
        {conditionOf(wrapped, path)}
        <EuiSpacer size="m" />
        <TriggerPolicies trigger={trigger} path={path} />
        <EuiSpacer size="m" />
        {trigger.actions.map((action, position) => (
          <ActionCard
            key={action.id}
            trigger={trigger}
            action={action}
            path={`${path}.actions.${position}`}
          />
        ))}
        <AddActionButton trigger={trigger} kind={kind} />
      </EuiPanel>
    </>
  );
};
