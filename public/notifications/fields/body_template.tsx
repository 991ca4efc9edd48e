import React, { useCallback, useMemo } from 'react';
import { EuiCode, EuiCompressedFormRow, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { FieldProblem } from '../../../common/errors';
import { SAMPLE_HTML } from '../../../common/notifications/email/sample_template';
import { bodyShape } from '../../../common/notifications/kinds/body_view';
import { SAMPLE_BODY } from '../../../common/notifications/kinds/webhook';
import { checkTemplate } from '../../../common/notifications/templates/checking/check_template';
import { completeTemplate } from '../../../common/notifications/templates/checking/complete_template';
import { ANYTHING } from '../../../common/notifications/templates/checking/shape';
import { withIncluded } from '../../../common/notifications/templates/shared/include';
import type { SharedTemplates } from '../../../common/notifications/templates/shared/include';
import { CodeEditor } from '../../shared/code_editor';
import type { CompletionSource } from '../../shared/code_completion';
import { useSharedTemplates } from '../shared_templates';
import { BodyPreview } from './body_preview';
import { HtmlPreview } from './html_preview';

/** What a body knows is the same for every message. */
const KNOWN = bodyShape();

const variable = (name: string) => <EuiCode>{`{{${name}}}`}</EuiCode>;

const HtmlHelp = () => (
  <FormattedMessage
    id="watchkeeper.destinations.email.templateHelp"
    defaultMessage="A Mustache template of the mail’s HTML. It knows {title}, {message}, {color}, {fields}, {alerts}, {links} and {labels}, among others. Values are escaped, so that nothing in them is taken for HTML. Left empty, the mail has the look of Watchkeeper."
    values={{
      title: variable('title'),
      message: variable('message'),
      color: variable('color'),
      fields: variable('#fields'),
      alerts: variable('#alerts'),
      labels: variable('labels.name'),
      links: variable('#links'),
    }}
  />
);

const JsonHelp = () => (
  <FormattedMessage
    id="watchkeeper.destinations.body.jsonHelp"
    defaultMessage="A Mustache template of a JSON body. It knows {subject} and {message} as the action rendered them, and {severity}, {monitor}, {trigger}, {start}, {end}, {id}, {event}, {title}, {color}, {labels}, {alerts} and {url}, among others. Values are escaped for a JSON string, so write them between quotes."
    values={{
      subject: variable('subject'),
      message: variable('message'),
      severity: variable('severity'),
      monitor: variable('monitor.name'),
      trigger: variable('trigger.name'),
      start: variable('period_start'),
      end: variable('period_end'),
      id: variable('id'),
      event: variable('event'),
      title: variable('title'),
      color: variable('color'),
      labels: variable('labels.name'),
      alerts: variable('#alerts'),
      url: variable('url'),
    }}
  />
);

/** Shared templates that are not there: the body could not be rendered. */
const missingOf = (value: string, templates: SharedTemplates | undefined) =>
  templates
    ? checkTemplate(value, ANYTHING, {}, templates).filter(({ severity }) => severity === 'error')
    : [];

/** A Mustache template of what is sent: the JSON of a request or a document, the HTML of a mail. */
export const BodyTemplate = ({
  label,
  language,
  empty,
  value,
  onChange,
  problems,
}: {
  label: string;
  language: 'json' | 'plain' | 'html';
  /** What is sent without one. */
  empty: string;
  value: string;
  onChange: (value: string) => void;
  problems: FieldProblem[];
}) => {
  const isHtml = language === 'html';
  const templates = useSharedTemplates();
  const complete = useCallback<CompletionSource>(
    (text, offset, explicit) => completeTemplate(text, offset, KNOWN, explicit, templates),
    [templates]
  );
  const whole = withIncluded(value, templates, 'message');
  const warnings = useMemo(
    () => [
      ...checkTemplate(value, KNOWN).filter(({ severity }) => severity === 'warning'),
      ...missingOf(value, templates),
    ],
    [value, templates]
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
              <EuiLink
                onClick={() => onChange(isHtml ? SAMPLE_HTML : SAMPLE_BODY)}
                data-test-subj="sampleBody"
              >
                {i18n.translate('watchkeeper.destinations.webhook.sampleBodyLink', {
                  defaultMessage: 'Insert an example',
                })}
              </EuiLink>
            </EuiText>
          )
        }
        helpText={isHtml ? <HtmlHelp /> : <JsonHelp />}
        isInvalid={problems.length > 0}
        error={problems.map(({ message }) => message)}
      >
        <CodeEditor
          language={isHtml ? 'plain' : language}
          ariaLabel={label}
          value={value}
          onChange={onChange}
          problems={marked}
          completion={complete}
          minHeight="96px"
          maxHeight="320px"
          placeholder={empty}
          data-test-subj="bodyTemplate"
        />
      </EuiCompressedFormRow>
      {warnings.map(({ message, line, column }) => (
        <EuiText key={`${line}:${column}`} size="xs" color="warning" data-test-subj="bodyRemark">
          <span className="eui-textBreakWord">{message}</span>
        </EuiText>
      ))}
      {isHtml ? <HtmlPreview template={whole} /> : <BodyPreview template={whole} />}
    </>
  );
};
