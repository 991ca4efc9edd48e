import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
} from '@elastic/eui';
import { RemoveButton } from '../../../shared/remove_button';
import type { Action, Trigger } from '../../../../common/monitors/monitor';
import type { MessageSample } from '../../../../common/monitors/sample/message_sample';
import type { DestinationRecord } from '../../../../common/notifications/api';
import { changeAction, changeTrigger } from '../changes';
import { DestinationHint } from './destination_hint';
import { useDestinations } from '../../destinations';
import { useEditor } from '../editor_model';
import { Field } from '../field';
import { MessagePreview } from './message_preview';
import { useMessagePreview } from '../message_rendering';
import { RecoveryFields } from './recovery_fields';
import { ScopeField } from './scope_field';
import { TemplateField } from './template_field';
import { ThrottleField } from './throttle_field';
import { useMessageSample } from './message_sample';

interface ActionProps {
  trigger: Trigger;
  action: Action;
  /** Where the action's fields are in the monitor. */
  path: string;
}

const useChangeAction = ({ trigger, action }: ActionProps) => {
  const { update } = useEditor();
  return (changes: Partial<Action>) => update(changeAction(trigger, action.id, changes));
};

const NameField: React.FC<ActionProps> = (props) => {
  const change = useChangeAction(props);
  return (
    <Field
      field={`${props.path}.name`}
      label={i18n.translate('watchkeeper.editor.actionNameLabel', {
        defaultMessage: 'Action name',
      })}
    >
      {(isInvalid) => (
        <EuiCompressedFieldText
          fullWidth
          isInvalid={isInvalid}
          value={props.action.name}
          onChange={(event) => change({ name: event.target.value })}
          data-test-subj="actionNameInput"
        />
      )}
    </Field>
  );
};

const destinationOptions = (destinations: DestinationRecord[], chosen: string) => [
  {
    value: '',
    text: i18n.translate('watchkeeper.editor.chooseDestinationLabel', {
      defaultMessage: 'Choose a destination',
    }),
  },
  ...destinations.map(({ id, destination }) => ({ value: id, text: destination.name })),
  ...(chosen === '' || destinations.some(({ id }) => id === chosen)
    ? []
    : [
        {
          value: chosen,
          text: i18n.translate('watchkeeper.editor.missingDestinationLabel', {
            defaultMessage: 'Does not exist: {id}',
            values: { id: chosen },
          }),
        },
      ]),
];

const DestinationField: React.FC<ActionProps> = (props) => {
  const change = useChangeAction(props);
  const { data: destinations, isFetching, refetch } = useDestinations();
  const chosen = props.action.destination_id;
  return (
    <Field
      field={`${props.path}.destination_id`}
      label={i18n.translate('watchkeeper.editor.destinationLabel', {
        defaultMessage: 'Destination',
      })}
      helpText={<DestinationHint chosen={chosen} onRefresh={() => void refetch()} />}
    >
      {(isInvalid) => (
        <EuiCompressedSelect
          fullWidth
          isInvalid={isInvalid}
          isLoading={isFetching}
          options={destinationOptions(destinations ?? [], chosen)}
          value={chosen}
          onChange={(event) => change({ destination_id: event.target.value })}
          data-test-subj="destinationSelect"
        />
      )}
    </Field>
  );
};

/** An empty field is no template: then the message is one of ours. */
const templateOf = (source: string): Action['message_template'] =>
  source === '' ? undefined : { source, lang: 'mustache' };

const ownMessageText = (): string =>
  i18n.translate('watchkeeper.editor.ownMessagePlaceholder', {
    defaultMessage:
      'Empty: Watchkeeper’s own message is sent, in the form that its receiver shows best',
  });

const MessageFields: React.FC<ActionProps & { sample: MessageSample }> = (props) => {
  const { trigger, action, path, sample } = props;
  const change = useChangeAction(props);
  const preview = useMessagePreview(trigger, action);
  return (
    <EuiFlexGroup gutterSize="m" responsive={false}>
      <EuiFlexItem style={{ minWidth: 0, flexBasis: '50%' }}>
        <TemplateField
          field={`${path}.subject_template`}
          label={i18n.translate('watchkeeper.editor.subjectLabel', { defaultMessage: 'Subject' })}
          source={action.subject_template?.source ?? ''}
          onChange={(source) => change({ subject_template: { source, lang: 'mustache' } })}
          sample={sample}
          singleLine
          mark="subjectInput"
        />
        <EuiSpacer size="s" />
        <TemplateField
          field={`${path}.message_template`}
          label={i18n.translate('watchkeeper.editor.messageLabel', {
            defaultMessage: 'Message (Mustache)',
          })}
          source={action.message_template?.source ?? ''}
          onChange={(source) => change({ message_template: templateOf(source) })}
          sample={sample}
          placeholder={ownMessageText()}
          minHeight="160px"
          maxHeight="320px"
          mark="messageEditor"
        />
      </EuiFlexItem>
      <EuiFlexItem style={{ minWidth: 0, flexBasis: '50%' }}>
        <MessagePreview
          id={`${trigger.id}-${action.id}`}
          preview={preview}
          destinationId={action.destination_id}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** One action: where to, and what; with what would be sent now. */
export const ActionCard: React.FC<ActionProps> = (props) => {
  const { trigger, action } = props;
  const { update } = useEditor();
  const change = useChangeAction(props);
  const sample = useMessageSample(trigger, action);
  const remove = () =>
    update(
      changeTrigger(trigger.id, { actions: trigger.actions.filter(({ id }) => id !== action.id) })
    );
  return (
    <>
      <EuiPanel paddingSize="m" hasShadow={false} data-test-subj="actionCard">
        <EuiFlexGroup gutterSize="m" responsive={false}>
          <EuiFlexItem>
            <NameField {...props} />
          </EuiFlexItem>
          <EuiFlexItem>
            <DestinationField {...props} />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <RemoveButton
              label={i18n.translate('watchkeeper.editor.removeActionAriaLabel', {
                defaultMessage: 'Remove action {name}',
                values: { name: action.name },
              })}
              mark="removeActionButton"
              onRemove={remove}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="m" responsive={false}>
          <EuiFlexItem>
            <ScopeField action={action} path={props.path} onChange={change} />
          </EuiFlexItem>
          <EuiFlexItem>
            <ThrottleField action={action} path={props.path} onChange={change} />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="m" />
        <MessageFields {...props} sample={sample} />
        <EuiSpacer size="m" />
        <RecoveryFields action={action} path={props.path} sample={sample} onChange={change} />
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
};
