import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { scopeOf } from '../../../../common/monitors/action';
import type { Action } from '../../../../common/monitors/monitor';
import type { MessageSample } from '../../../../common/monitors/sample/message_sample';
import { unlessBlank } from '../fields/text_fields';
import { Folded } from '../folded';
import { TemplateField } from './template_field';

interface RecoveryProps {
  action: Action;
  /** Where the action is in the monitor. */
  path: string;
  sample: MessageSample;
  onChange: (changes: Partial<Action>) => void;
}

const template = (text: string): Action['recovery_message_template'] => {
  const source = unlessBlank(text);
  return source === undefined ? undefined : { source, lang: 'mustache' };
};

/** What is said of alerts that have ended. */
export const RecoveryFields: React.FC<RecoveryProps> = ({ action, path, sample, onChange }) => {
  const { recovery_subject_template: subject, recovery_message_template: message } = action;
  const scope = scopeOf(action);
  const isSet = subject !== undefined || message !== undefined;
  if (scope.kind === 'per_execution' && !isSet) return null;
  return (
    <Folded
      id={`${path}-recovery`}
      title={i18n.translate('watchkeeper.editor.recoveryTitle', {
        defaultMessage: 'What is said when the alert has ended',
      })}
      isOpen={isSet}
      fields={[`${path}.recovery_subject_template`, `${path}.recovery_message_template`]}
      mark="recoveryFields"
    >
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.recoveryHelpText', {
          defaultMessage:
            'Sent where ended alerts are ticked above; writing a text ticks them. Without a text of yours a built-in one says how long the alert took and its peak.',
        })}
      </EuiText>
      <EuiSpacer size="s" />
      <TemplateField
        field={`${path}.recovery_subject_template`}
        label={i18n.translate('watchkeeper.editor.recoverySubjectLabel', {
          defaultMessage: 'Recovery subject',
        })}
        source={subject?.source ?? ''}
        sample={sample}
        singleLine
        onChange={(text) => onChange({ recovery_subject_template: template(text) })}
        mark="recoverySubjectInput"
      />
      <EuiSpacer size="s" />
      <TemplateField
        field={`${path}.recovery_message_template`}
        label={i18n.translate('watchkeeper.editor.recoveryMessageLabel', {
          defaultMessage: 'Recovery message (Mustache)',
        })}
        minHeight="80px"
        maxHeight="240px"
        placeholder="{{ctx.alert.duration_seconds}} s, {{ctx.alert.peak}}"
        source={message?.source ?? ''}
        sample={sample}
        onChange={(text) => onChange({ recovery_message_template: template(text) })}
        mark="recoveryMessageInput"
      />
    </Folded>
  );
};
