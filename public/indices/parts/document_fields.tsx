import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFieldText, EuiCompressedFormRow } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import { withoutMember } from '../../../common/json/without_member';
import type { EditedDocument } from './use_document';

/** What is wrong with a member of the document. */
export const faultsAt = (problems: readonly FieldProblem[], field: string): string[] =>
  problems.filter((problem) => problem.field === field).map(({ message }) => message);

/** A field of a form, with what is wrong with it. */
export const FormField: React.FC<{
  label: string;
  helpText?: ReactNode;
  faults?: readonly string[];
  children: React.ReactElement;
}> = ({ label, helpText, faults = [], children }) => (
  <EuiCompressedFormRow
    fullWidth
    label={label}
    helpText={helpText}
    isInvalid={faults.length > 0}
    error={[...faults]}
  >
    {children}
  </EuiCompressedFormRow>
);

/** A whole number that may be left out. What is none is kept as it is typed, and refused when it is saved. */
export const NumberField: React.FC<{
  document: EditedDocument;
  member: string;
  label: string;
  helpText?: ReactNode;
  faults?: readonly string[];
}> = ({ document: { body, set }, member, label, helpText, faults = [] }) => {
  const value = body[member];
  const change = (text: string) => {
    if (text === '') set(member, undefined);
    else set(member, /^\d{1,15}$/.test(text) ? Number(text) : text);
  };
  return (
    <FormField label={label} helpText={helpText} faults={faults}>
      <EuiCompressedFieldText
        fullWidth
        inputMode="numeric"
        value={value === undefined || value === null ? '' : String(value)}
        isInvalid={faults.length > 0}
        onChange={(event) => change(event.target.value.trim())}
        data-test-subj={`template-${member}`}
      />
    </FormField>
  );
};

/** What a template is for: the cluster keeps it with everything else of its `_meta`. */
export const DescriptionField: React.FC<{ document: EditedDocument }> = ({
  document: { body, set },
}) => {
  const meta = isRecord(body._meta) ? body._meta : {};
  const { description } = meta;
  const change = (text: string) => {
    const next = text === '' ? withoutMember(meta, 'description') : { ...meta, description: text };
    set('_meta', Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <FormField
      label={i18n.translate('watchkeeper.indexTemplates.descriptionLabel', {
        defaultMessage: 'Description',
      })}
    >
      <EuiCompressedFieldText
        fullWidth
        value={typeof description === 'string' ? description : ''}
        onChange={(event) => change(event.target.value)}
        data-test-subj="template-description"
      />
    </FormField>
  );
};

/** The name of a new template; it cannot be changed afterwards. */
export const NameField: React.FC<{
  name: string;
  onChange: (name: string) => void;
  faults: readonly string[];
}> = ({ name, onChange, faults }) => (
  <FormField
    label={i18n.translate('watchkeeper.indexTemplates.nameLabel', { defaultMessage: 'Name' })}
    faults={faults}
  >
    <EuiCompressedFieldText
      fullWidth
      value={name}
      isInvalid={faults.length > 0}
      onChange={(event) => onChange(event.target.value)}
      data-test-subj="template-name"
    />
  </FormField>
);
