import React from 'react';
import { EuiCompressedFieldPassword, EuiCompressedFormRow } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { StoredDestination } from '../form/stored_destination';

export interface SecretUrlProps {
  label: string;
  helpText: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  problems: string[];
  stored?: StoredDestination;
}

const STORED_PLACEHOLDER = i18n.translate('watchkeeper.destinations.secret.storedPlaceholder', {
  defaultMessage: 'Stored; leave empty to keep',
});

const storedText = ({ origin, has_secrets: present }: StoredDestination): string =>
  present
    ? i18n.translate('watchkeeper.destinations.secret.storedHelp', {
        defaultMessage: 'A URL at {origin} is stored. Leave this empty to keep it.',
        values: { origin },
      })
    : i18n.translate('watchkeeper.destinations.secret.missingHelp', {
        defaultMessage: 'The URL at {origin} is no longer stored. Give it again.',
        values: { origin },
      });

/** A URL that is itself a secret: never shown again once stored, only its origin is. */
export const SecretUrl = (props: SecretUrlProps) => {
  const { label, helpText, placeholder, value, onChange, problems, stored } = props;
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      isInvalid={problems.length > 0}
      error={problems}
      helpText={stored ? [storedText(stored), helpText] : helpText}
    >
      <EuiCompressedFieldPassword
        fullWidth
        type="dual"
        // Browsers must neither fill in nor offer to keep it: it is no password of this site.
        autoComplete="new-password"
        spellCheck={false}
        placeholder={stored?.has_secrets ? STORED_PLACEHOLDER : placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        isInvalid={problems.length > 0}
        data-test-subj="destinationUrl"
      />
    </EuiCompressedFormRow>
  );
};
