import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSuperSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationType } from '../../../common/notifications/destination';
import type { FormField } from '../../../common/notifications/kinds/form_field';
import { DESTINATION_TYPES } from '../../../common/notifications/kinds/registry';
import { KindField } from '../fields/kind_field';
import { descriptionOf, iconOf, labelOf } from '../kinds/kind_words';
import { emptyForm, shownFields } from './destination_form';
import type { DestinationForm } from './destination_form';
import type { StoredDestination } from './stored_destination';
import type { DestinationFormState } from './use_destination_form';

const KindLabel: React.FC<{ type: DestinationType }> = ({ type }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiIcon type={iconOf(type)} aria-hidden />
    </EuiFlexItem>
    <EuiFlexItem>{labelOf(type)}</EuiFlexItem>
  </EuiFlexGroup>
);

const kindOption = (type: DestinationType) => ({
  value: type,
  inputDisplay: <KindLabel type={type} />,
  dropdownDisplay: (
    <>
      <KindLabel type={type} />
      <EuiText size="xs" color="subdued">
        {descriptionOf(type)}
      </EuiText>
    </>
  ),
  'data-test-subj': `destinationType-${type}`,
});

/** A stored destination keeps its kind: its secrets are bound to it. */
const KindChoice: React.FC<{ form: DestinationForm; fixed: boolean; onChange: SetForm }> = ({
  form,
  fixed,
  onChange,
}) => {
  const label = i18n.translate('watchkeeper.destinations.form.typeLabel', {
    defaultMessage: 'Type',
  });
  return (
    <EuiCompressedFormRow label={label} helpText={descriptionOf(form.type)}>
      {fixed ? (
        <EuiCompressedFieldText readOnly value={labelOf(form.type)} />
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

/** The first message of a field, or of a part of it, such as one line of a list. */
const problemsOfField = ({ problems }: DestinationFormState, name: string): string[] =>
  problems
    .filter(({ field }) => field === name || field.startsWith(`${name}.`))
    .slice(0, 1)
    .map(({ message }) => message);

interface OwnFieldsProps {
  state: DestinationFormState;
  stored?: StoredDestination;
}

const Fields: React.FC<OwnFieldsProps & { fields: FormField[] }> = ({ state, stored, fields }) => (
  <>
    {fields.map((field) => (
      <KindField
        key={`${state.form.type}.${field.name}`}
        field={field}
        value={state.form.values[field.name]}
        onChange={(value) => state.change(withValue(state.form, field.name, value))}
        problems={problemsOfField(state, field.name)}
        problemsAt={state.problemsAt}
        allProblems={state.problems}
        stored={stored}
      />
    ))}
  </>
);

const withValue = (form: DestinationForm, name: string, value: unknown): DestinationForm => ({
  ...form,
  values: { ...form.values, [name]: value },
});

/** The fields that the kind brings; what hardly anybody needs is folded away, unless something is wrong there. */
const OwnFields: React.FC<OwnFieldsProps> = (props) => {
  const { state } = props;
  const shown = shownFields(state.form);
  const advanced = shown.filter((field) => field.advanced);
  const wrong = advanced.some(({ name }) => problemsOfField(state, name).length > 0);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Fields {...props} fields={shown.filter((field) => !field.advanced)} />
      <EuiSpacer size="m" />
      <EuiAccordion
        id="watchkeeperAdvancedSettings"
        forceState={open || wrong ? 'open' : 'closed'}
        onToggle={setOpen}
        paddingSize="s"
        buttonContent={
          <EuiText size="s">
            {i18n.translate('watchkeeper.destinations.form.advancedLabel', {
              defaultMessage: 'Advanced settings',
            })}
          </EuiText>
        }
        data-test-subj="advancedSettings"
      >
        <Fields {...props} fields={advanced} />
      </EuiAccordion>
    </>
  );
};

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
      <KindChoice form={form} fixed={stored !== undefined} onChange={change} />
      <OwnFields stored={stored} state={state} />
    </>
  );
};
