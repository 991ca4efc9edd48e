import React from 'react';
import { EuiCompressedFieldPassword, EuiCompressedTextArea, EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FieldRow } from './field_row';
import { testSubjectOf, textOf } from './field_props';
import type { FieldProps } from './field_props';

const KEPT = i18n.translate('watchkeeper.destinations.secret.storedPlaceholder', {
  defaultMessage: 'Stored; leave empty to keep',
});

const REMOVED = i18n.translate('watchkeeper.destinations.secret.removedPlaceholder', {
  defaultMessage: 'It is removed when you save',
});

/** Whether something is stored for it that can be kept, and whether it may be removed. */
const storedState = ({ field, stored }: FieldProps) => {
  const name = field.name.replace('secrets.', '');
  const optional = stored?.secret_names.includes(name) ?? false;
  const demanded = stored?.demanded_secrets.includes(name) ?? false;
  return { kept: (stored?.has_secrets ?? false) && (optional || demanded), optional };
};

const RemoveLink: React.FC<FieldProps> = ({ value, onChange }) => (
  <EuiLink onClick={() => onChange(value === null ? '' : null)} data-test-subj="removeSecret">
    {value === null
      ? i18n.translate('watchkeeper.destinations.secret.keepLink', {
          defaultMessage: 'Keep the stored value',
        })
      : i18n.translate('watchkeeper.destinations.secret.removeLink', {
          defaultMessage: 'Remove the stored value',
        })}
  </EuiLink>
);

/** A secret: never shown again once stored. Empty keeps the stored one. */
export const SecretText: React.FC<FieldProps & { multiline: boolean }> = (props) => {
  const { field, value, onChange, problems, multiline } = props;
  const { kept, optional } = storedState(props);
  const common = {
    fullWidth: true,
    spellCheck: false,
    placeholder: value === null ? REMOVED : kept ? KEPT : field.placeholder,
    value: textOf(value),
    isInvalid: problems.length > 0,
    'data-test-subj': testSubjectOf(field),
  };
  return (
    <FieldRow
      field={field}
      problems={problems}
      note={kept && optional ? <RemoveLink {...props} /> : undefined}
    >
      {multiline ? (
        <EuiCompressedTextArea
          {...common}
          rows={4}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <EuiCompressedFieldPassword
          {...common}
          type="dual"
          // Browsers must neither fill in nor offer to keep it: it is no password of this site.
          autoComplete="new-password"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldRow>
  );
};
