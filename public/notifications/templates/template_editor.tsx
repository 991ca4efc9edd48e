import React, { useMemo } from 'react';
import type { FormEvent } from 'react';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiForm,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TemplateRecord } from '../../../common/notifications/shared_templates_api';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { useSharedTemplates } from '../shared_templates';
import { TemplatePreview, TemplateText } from './template_text';
import { useTemplateForm } from './use_template_form';
import type { TemplateFormState } from './use_template_form';

const NameField: React.FC<{ state: TemplateFormState; isNew: boolean }> = ({ state, isNew }) => {
  const problems = state.problemsAt('name');
  return (
    <EuiCompressedFormRow
      label={i18n.translate('watchkeeper.templates.nameLabel', { defaultMessage: 'Name' })}
      helpText={
        isNew
          ? i18n.translate('watchkeeper.templates.nameHelp', {
              defaultMessage: 'Letters, digits, _ and -. Messages name it as {tag}.',
              values: { tag: `{{> ${state.form.name.trim() || 'name'}}}` },
            })
          : i18n.translate('watchkeeper.templates.fixedNameHelp', {
              defaultMessage: 'Messages name it as {tag}, so the name stays.',
              values: { tag: `{{> ${state.form.name}}}` },
            })
      }
      isInvalid={problems.length > 0}
      error={problems}
    >
      <EuiCompressedFieldText
        value={state.form.name}
        isInvalid={problems.length > 0}
        readOnly={!isNew}
        onChange={(event) => state.change({ name: event.target.value })}
        data-test-subj="templateName"
      />
    </EuiCompressedFormRow>
  );
};

const Texts: React.FC<{ state: TemplateFormState; isNew: boolean }> = ({ state, isNew }) => {
  const { form, change, problemsAt } = state;
  const known = useSharedTemplates();
  // As it would be once it is saved: also for who includes itself by way of another.
  const templates = useMemo(
    () => known && new Map([...known, [form.name.trim(), form]]),
    [known, form]
  );
  return (
    <>
      <NameField state={state} isNew={isNew} />
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.templates.descriptionLabel', {
          defaultMessage: 'Description',
        })}
      >
        <EuiCompressedFieldText
          fullWidth
          value={form.description}
          onChange={(event) => change({ description: event.target.value })}
          data-test-subj="templateDescription"
        />
      </EuiCompressedFormRow>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m" responsive={false}>
        <EuiFlexItem style={{ minWidth: 0, flexBasis: '55%' }}>
          <TemplateText
            label={i18n.translate('watchkeeper.templates.messageLabel', {
              defaultMessage: 'Text (Mustache)',
            })}
            help={i18n.translate('watchkeeper.templates.messageHelp', {
              defaultMessage: 'It sees what the message sees that names it.',
            })}
            value={form.message}
            onChange={(message) => change({ message })}
            problems={problemsAt('message')}
            templates={templates}
            mark="templateMessage"
          />
          <TemplateText
            label={i18n.translate('watchkeeper.templates.subjectLabel', {
              defaultMessage: 'Text in subjects',
            })}
            help={i18n.translate('watchkeeper.templates.subjectHelp', {
              defaultMessage: 'Left empty, subjects have the text above.',
            })}
            value={form.subject}
            onChange={(subject) => change({ subject })}
            problems={problemsAt('subject')}
            templates={templates}
            singleLine
            mark="templateSubject"
          />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 0, flexBasis: '45%' }}>
          <TemplatePreview source={form.message} templates={templates} />
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};

const Buttons: React.FC<{ state: TemplateFormState; isNew: boolean }> = ({ state, isNew }) => {
  const mayWrite = useMay('write');
  const linkTo = useLinkTo();
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          type="submit"
          fill
          isLoading={state.isSaving}
          isDisabled={!mayWrite}
          data-test-subj="saveTemplate"
        >
          {isNew
            ? i18n.translate('watchkeeper.templates.createLabel', {
                defaultMessage: 'Create template',
              })
            : i18n.translate('watchkeeper.templates.saveLabel', { defaultMessage: 'Save changes' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty {...linkTo(appPaths.templates())} data-test-subj="cancel">
          {i18n.translate('watchkeeper.templates.cancelLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** The form of a template, new or stored. */
export const TemplateEditor: React.FC<{ record?: TemplateRecord }> = ({ record }) => {
  const state = useTemplateForm(record);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    state.save();
  };
  return (
    <EuiPanel style={{ maxWidth: 1100 }}>
      {state.refusal && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('watchkeeper.templates.refusedTitle', {
              defaultMessage: 'The template was not saved',
            })}
            data-test-subj="saveRefused"
          >
            <p>{state.refusal}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      {/* noValidate: what is wrong is said at the fields, not in a balloon of the browser. */}
      <EuiForm component="form" noValidate onSubmit={onSubmit} data-test-subj="templateForm">
        <Texts state={state} isNew={!record} />
        <EuiSpacer size="l" />
        <Buttons state={state} isNew={!record} />
      </EuiForm>
    </EuiPanel>
  );
};
