import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFieldText } from '@elastic/eui';

/** The name of a state. It counts when the field is left, so that no other state is met half way. */
export const StateName: React.FC<{
  name: string;
  others: readonly string[];
  onRename: (name: string) => void;
}> = ({ name, others, onRename }) => {
  const [draft, setDraft] = useState<string>();
  const wish = (draft ?? name).trim();
  const isTaken = others.includes(wish);
  const settle = () => {
    if (wish !== '' && !isTaken && wish !== name) onRename(wish);
    setDraft(undefined);
  };
  return (
    <EuiCompressedFieldText
      value={draft ?? name}
      isInvalid={wish === '' || isTaken}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') setDraft(undefined);
      }}
      aria-label={i18n.translate('watchkeeper.lifecycle.states.nameLabel', {
        defaultMessage: 'Name of the state',
      })}
      data-test-subj="stateName"
    />
  );
};
