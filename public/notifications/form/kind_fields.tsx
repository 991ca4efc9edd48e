import React from 'react';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSuperSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationType } from '../../../common/notifications/destination';
import type { StoredDestination } from '../kinds/kind';
import { DESTINATION_TYPES, emptyForm, kindOf } from '../kinds/registry';
import type { DestinationForm } from '../kinds/registry';
import type { DestinationFormState } from './use_destination_form';

const KindLabel: React.FC<{ type: DestinationType }> = ({ type }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiIcon type={kindOf(type).icon} aria-hidden />
    </EuiFlexItem>
    <EuiFlexItem>{kindOf(type).label}</EuiFlexItem>
  </EuiFlexGroup>
);

const kindOption = (type: DestinationType) => ({
  value: type,
  inputDisplay: <KindLabel type={type} />,
  dropdownDisplay: (
    <>
      <KindLabel type={type} />
      <EuiText size="xs" color="subdued">
        {kindOf(type).description}
      </EuiText>
    </>
  ),
  'data-test-subj': `destinationType-${type}`,
});

/** A stored destination keeps its kind: its secrets are bound to it. */
const KindField: React.FC<{ form: DestinationForm; fixed: boolean; onChange: SetForm }> = ({
  form,
  fixed,
  onChange,
}) => {
  const label = i18n.translate('watchkeeper.destinations.form.typeLabel', {
    defaultMessage: 'Type',
  });
  return (
    <EuiCompressedFormRow label={label} helpText={kindOf(form.type).description}>
      {fixed ? (
        <EuiCompressedFieldText readOnly value={kindOf(form.type).label} />
      ) : (
        <EuiCompressedSuperSelect
          options={DESTINATION_TYPES.map(kindOption)}
          valueOfSelected={form.type}
          onChange={(type: DestinationType) => onChange(emptyForm(type, form.name))}
          aria-label={label}
          data-test-subj="destinationType"
        />
      )}
    </EuiCompressedFormRow>
  );
};

type SetForm = (form: DestinationForm) => void;

const OwnFields = <T extends DestinationType>({
  form,
  stored,
  state,
  onChange,
}: {
  form: DestinationForm<T>;
  stored?: StoredDestination;
  state: DestinationFormState;
  onChange: (form: DestinationForm<T>) => void;
}) =>
  React.createElement(kindOf<T>(form.type).Fields, {
    fields: form.fields,
    onChange: (fields) => onChange({ ...form, fields }),
    problemsAt: state.problemsAt,
    allProblems: state.problems,
    stored,
  });

/** Name, kind, and the fields that the kind brings. */
export const KindFields: React.FC<{
  state: DestinationFormState;
  stored?: StoredDestination;
}> = ({ state, stored }) => {
  const { form, change, problemsAt } = state;
  const nameProblems = problemsAt('name');
  return (
    <>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.destinations.form.nameLabel', {
          defaultMessage: 'Name',
        })}
        isInvalid={nameProblems.length > 0}
        error={nameProblems}
      >
        <EuiCompressedFieldText
          fullWidth
          value={form.name}
          isInvalid={nameProblems.length > 0}
          placeholder={i18n.translate('watchkeeper.destinations.form.namePlaceholder', {
            defaultMessage: 'For example: Operations channel',
          })}
          onChange={(event) => change({ ...form, name: event.target.value })}
          data-test-subj="destinationName"
        />
      </EuiCompressedFormRow>
      <KindField form={form} fixed={stored !== undefined} onChange={change} />
      <OwnFields form={form} stored={stored} state={state} onChange={change} />
    </>
  );
};
