import React, { useMemo } from 'react';
import { EuiCode, EuiCompressedFormRow, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { FieldProblem } from '../../../common/errors';
import { SAMPLE_CONTENT } from '../../../common/notifications/destination';
import { SAMPLE_BODY } from '../../../common/notifications/kinds/webhook';
import { bodyView } from '../../../common/notifications/kinds/webhook_body';
import { checkTemplate } from '../../../common/notifications/templates/checking/check_template';
import { completeTemplate } from '../../../common/notifications/templates/checking/complete_template';
import { shapeOf } from '../../../common/notifications/templates/checking/shape';
import { CodeEditor } from '../../shared/code_editor';
import type { CompletionSource } from '../../shared/code_completion';
import { BodyPreview } from './body_preview';

/** What a body knows is the same for every message. */
const KNOWN = shapeOf(bodyView(SAMPLE_CONTENT));

const complete: CompletionSource = (text, offset, explicit) =>
  completeTemplate(text, offset, KNOWN, explicit);

const variable = (name: string) => <EuiCode>{`{{${name}}}`}</EuiCode>;

const Help = () => (
  <FormattedMessage
    id="watchkeeper.destinations.webhook.bodyHelp"
    defaultMessage="A Mustache template of a JSON body. It knows {subject} and {message} as the action rendered them, and {severity}, {monitor}, {trigger}, {start}, {end} and {id}. Values are escaped for a JSON string, so write them between quotes. Left empty, the message itself is the body."
    values={{
      subject: variable('subject'),
      message: variable('message'),
      severity: variable('severity'),
      monitor: variable('monitor.name'),
      trigger: variable('trigger.name'),
      start: variable('period_start'),
      end: variable('period_end'),
      id: variable('id'),
    }}
  />
);

/** The JSON body of a webhook, a Mustache template. */
export const BodyTemplate = ({
  label,
  language,
  value,
  onChange,
  problems,
}: {
  label: string;
  language: 'json' | 'plain';
  value: string;
  onChange: (value: string) => void;
  problems: FieldProblem[];
}) => {
  const warnings = useMemo(
    () => checkTemplate(value, KNOWN).filter(({ severity }) => severity === 'warning'),
    [value]
  );
  const marked = useMemo(() => [...problems, ...warnings], [problems, warnings]);
  return (
    <>
      <EuiCompressedFormRow
        fullWidth
        label={label}
        labelAppend={
          value.trim() === '' && (
            <EuiText size="xs">
              <EuiLink onClick={() => onChange(SAMPLE_BODY)} data-test-subj="sampleBody">
                {i18n.translate('watchkeeper.destinations.webhook.sampleBodyLink', {
                  defaultMessage: 'Insert an example',
                })}
              </EuiLink>
            </EuiText>
          )
        }
        helpText={<Help />}
        isInvalid={problems.length > 0}
        error={problems.map(({ message }) => message)}
      >
        <CodeEditor
          language={language}
          ariaLabel={label}
          value={value}
          onChange={onChange}
          problems={marked}
          completion={complete}
          minHeight="96px"
          maxHeight="320px"
          placeholder={i18n.translate('watchkeeper.destinations.webhook.bodyPlaceholder', {
            defaultMessage: 'Empty: the message itself is the body',
          })}
          data-test-subj="bodyTemplate"
        />
      </EuiCompressedFormRow>
      {warnings.map(({ message, line, column }) => (
        <EuiText key={`${line}:${column}`} size="xs" color="warning" data-test-subj="bodyRemark">
          <span className="eui-textBreakWord">{message}</span>
        </EuiText>
      ))}
      <BodyPreview template={value} />
    </>
  );
};
