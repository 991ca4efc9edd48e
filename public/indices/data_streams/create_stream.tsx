import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import {
  streamNameFault,
  templateForStream,
} from '../../../common/indices/data_streams/stream_name';
import type { StreamTemplate } from '../../../common/indices/data_streams/stream_name';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { toApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { FormField } from '../parts/document_fields';

const Others: React.FC<{ rows: readonly TemplateRow[] }> = ({ rows }) =>
  rows.length === 0 ? null : (
    <p className="eui-textBreakWord">
      {i18n.translate('watchkeeper.streams.othersText', {
        defaultMessage: 'These make data streams:',
      })}{' '}
      {rows.slice(0, 10).map((row, place) => (
        <React.Fragment key={row.name}>
          {place > 0 && ', '}
          <PageLink to={appPaths.indexTemplate(row.name)}>{row.name}</PageLink> (
          {row.index_patterns.join(', ')})
        </React.Fragment>
      ))}
    </p>
  );

/** By which template it will be made, or what is missing. */
const Made: React.FC<{ found: StreamTemplate }> = ({ found }) => {
  if (found.kind === 'found') {
    const { template } = found;
    return (
      <EuiText size="s" data-test-subj="streamTemplate">
        <p>
          {i18n.translate('watchkeeper.streams.madeByText', {
            defaultMessage: 'It is made by the index template',
          })}{' '}
          <PageLink to={appPaths.indexTemplate(template.name)}>{template.name}</PageLink> (
          {template.index_patterns.join(', ')}).
        </p>
      </EuiText>
    );
  }
  const title =
    found.kind === 'none'
      ? i18n.translate('watchkeeper.streams.noTemplateTitle', {
          defaultMessage: 'No index template matches this name',
        })
      : i18n.translate('watchkeeper.streams.plainTemplateTitle', {
          defaultMessage: 'The index template {name} matches, and makes plain indices',
          values: { name: found.template.name },
        });
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={title}
      data-test-subj="streamTemplateMissing"
    >
      <p>
        {found.kind === 'none'
          ? i18n.translate('watchkeeper.streams.noTemplateText', {
              defaultMessage:
                'A data stream needs one whose patterns take in its name, and that makes data streams.',
            })
          : i18n.translate('watchkeeper.streams.plainTemplateText', {
              defaultMessage:
                'Change that one, or create another with a higher priority that makes data streams.',
            })}{' '}
        <PageLink to={appPaths.createIndexTemplate()}>
          {i18n.translate('watchkeeper.indexTemplates.createLabel', {
            defaultMessage: 'Create index template',
          })}
        </PageLink>
      </p>
      <Others rows={found.others} />
    </EuiCallOut>
  );
};

/** Asks for a name, and says by which template the data stream will be made before it is. */
export const CreateStream: React.FC<{
  templates: readonly TemplateRow[];
  onCreate: (name: string) => Promise<void>;
  onClose: () => void;
}> = ({ templates, onCreate, onClose }) => {
  const [name, setName] = useState('');
  const [reason, setReason] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const fault = streamNameFault(name);
  const found = fault === undefined ? templateForStream(templates, name) : undefined;
  const title = i18n.translate('watchkeeper.streams.createTitle', {
    defaultMessage: 'Create data stream',
  });
  const create = async () => {
    setBusy(true);
    setReason(undefined);
    try {
      await onCreate(name);
    } catch (error) {
      setReason(toApiError(error).message);
      setBusy(false);
    }
  };
  return (
    <EuiModal onClose={onClose} aria-label={title} data-test-subj="createStreamDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <FormField
          label={i18n.translate('watchkeeper.indexTemplates.nameLabel', { defaultMessage: 'Name' })}
          faults={name !== '' && fault !== undefined ? [fault] : []}
        >
          <EuiCompressedFieldText
            fullWidth
            value={name}
            isInvalid={name !== '' && fault !== undefined}
            placeholder="logs-app"
            onChange={(event) => setName(event.target.value.trim())}
            data-test-subj="streamName"
          />
        </FormField>
        <EuiSpacer size="s" />
        <div aria-live="polite">{found && <Made found={found} />}</div>
        {reason !== undefined && (
          <>
            <EuiSpacer size="s" />
            <EuiCallOut
              size="s"
              color="danger"
              iconType="alert"
              role="alert"
              title={i18n.translate('watchkeeper.streams.notCreatedTitle', {
                defaultMessage: 'It was not created',
              })}
              data-test-subj="createRefused"
            >
              <p className="eui-textBreakWord">{reason}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.indexTemplates.cancelLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          isDisabled={found?.kind !== 'found'}
          isLoading={isBusy}
          onClick={() => void create()}
          data-test-subj="createStreamConfirm"
        >
          {i18n.translate('watchkeeper.streams.createButtonLabel', { defaultMessage: 'Create' })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
