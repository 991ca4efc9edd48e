import React, { useMemo } from 'react';
import { EuiCompressedFormRow, EuiCompressedSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { HTTP_METHODS } from '../../../common/notifications/destination';
import { bodyProblems } from '../../../common/notifications/kinds/webhook_body';
import { BodyTemplate, SAMPLE_BODY } from '../fields/body_template';
import { HeaderEditor } from '../fields/header_editor';
import {
  areAsStored,
  hasContentType,
  headerProblems,
  storedRows,
  toHeaders,
  toNewHeaders,
} from '../fields/header_rows';
import type { HeaderRow } from '../fields/header_rows';
import { SecretUrl, urlProblems } from '../fields/secret_url';
import { WebhookLook } from '../looks/webhook_look';
import type { DestinationKind, KindFieldsProps } from './kind';

export type HttpMethod = (typeof HTTP_METHODS)[number];

export interface WebhookFields {
  /** Empty while editing: the stored one stays. */
  url: string;
  method: HttpMethod;
  headers: HeaderRow[];
  /** The names under which values are stored. */
  storedHeaders: readonly string[];
  /** Empty: the message itself is the body. */
  body: string;
}

const asMethod = (text: string): HttpMethod =>
  HTTP_METHODS.find((method) => method === text) ?? 'POST';

const MethodField = ({ fields, onChange, problemsAt }: KindFieldsProps<WebhookFields>) => {
  const problems = problemsAt('method');
  return (
    <EuiCompressedFormRow
      label={i18n.translate('watchkeeper.destinations.webhook.methodLabel', {
        defaultMessage: 'Method',
      })}
      isInvalid={problems.length > 0}
      error={problems}
    >
      <EuiCompressedSelect
        options={HTTP_METHODS.map((method) => ({ value: method, text: method }))}
        value={fields.method}
        onChange={(event) => onChange({ ...fields, method: asMethod(event.target.value) })}
        data-test-subj="webhookMethod"
      />
    </EuiCompressedFormRow>
  );
};

const WebhookFieldsForm = (props: KindFieldsProps<WebhookFields>) => {
  const { fields, onChange, problemsAt, allProblems, stored } = props;
  const bodyProblemsShown = useMemo(
    () => allProblems.filter(({ field }) => field === 'body').slice(0, 1),
    [allProblems]
  );
  return (
    <>
      <SecretUrl
        label={i18n.translate('watchkeeper.destinations.webhook.urlLabel', {
          defaultMessage: 'URL',
        })}
        helpText={i18n.translate('watchkeeper.destinations.webhook.urlHelp', {
          defaultMessage:
            'URLs often hold a token, so the whole of it is stored encrypted; only scheme, host and port are shown.',
        })}
        placeholder="https://example.com/hook?token=…"
        value={fields.url}
        onChange={(url) => onChange({ ...fields, url })}
        problems={problemsAt('secrets.url')}
        stored={stored}
      />
      <MethodField {...props} />
      <HeaderEditor
        rows={fields.headers}
        onChange={(headers) => onChange({ ...fields, headers })}
        problemsAt={problemsAt}
      />
      <BodyTemplate
        value={fields.body}
        onChange={(body) => onChange({ ...fields, body })}
        problems={bodyProblemsShown}
      />
    </>
  );
};

const visible = ({ method, body }: WebhookFields) => ({
  method,
  ...(body.trim() === '' ? {} : { body }),
});

/** Nothing, where all that is stored stays as it is. */
const newSecrets = ({ url, headers, storedHeaders }: WebhookFields) => {
  if (url.trim() === '' && areAsStored(headers, storedHeaders)) return {};
  return {
    secrets: { ...(url.trim() === '' ? {} : { url }), headers: toHeaders(headers) },
  };
};

/** Any receiver that takes an HTTP request. */
export const webhookKind: DestinationKind<'webhook', WebhookFields> = {
  type: 'webhook',
  label: i18n.translate('watchkeeper.destinations.webhook.label', { defaultMessage: 'Webhook' }),
  description: i18n.translate('watchkeeper.destinations.webhook.description', {
    defaultMessage: 'Sends an HTTP request, with headers and a JSON body of your own.',
  }),
  icon: 'logoWebhook',
  empty: () => ({ url: '', method: 'POST', headers: [], storedHeaders: [], body: SAMPLE_BODY }),
  fromStored: ({ method, header_names: names, body }, hasSecrets) => ({
    url: '',
    method,
    headers: storedRows(names, hasSecrets),
    storedHeaders: hasSecrets ? names : [],
    body: body ?? '',
  }),
  toSave: (name, fields) => ({
    type: 'webhook',
    name,
    ...visible(fields),
    secrets: { url: fields.url, headers: toNewHeaders(fields.headers) },
  }),
  toUpdate: (name, version, fields) => ({
    type: 'webhook',
    name,
    version,
    ...visible(fields),
    ...newSecrets(fields),
  }),
  problems: ({ url, headers, body }, stored) => [
    ...urlProblems(url, stored),
    ...headerProblems(headers),
    ...(body.trim() === '' ? [] : bodyProblems(body, hasContentType(headers))),
  ],
  summary: ({ method }) => method,
  Fields: WebhookFieldsForm,
  Preview: WebhookLook,
};
