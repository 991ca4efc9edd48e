import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiComboBox, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import type { EuiComboBoxOptionOption } from '@elastic/eui';
import type { IndexField } from '../../../../common/indices/fields';
import { HiddenLabel, useInputId } from './hidden_label';

type Option = EuiComboBoxOptionOption<string>;

const typed = ({ label, value }: Option): React.ReactElement => (
  <EuiFlexGroup gutterSize="s" responsive={false} justifyContent="spaceBetween">
    <EuiFlexItem grow={false} className="eui-textTruncate">
      {label}
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiText size="xs" color="subdued">
        {value}
      </EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);

const optionsOf = (fields: readonly IndexField[]): Option[] =>
  fields.map(({ name, type }) => ({ label: name, value: type }));

const customText = (): string =>
  i18n.translate('watchkeeper.queryBuilder.customFieldText', {
    defaultMessage: 'Use {name} as it is',
    values: { name: '{searchValue}' },
  });

interface PickerProps {
  /** What is offered; any other name can be typed. */
  fields: readonly IndexField[];
  isLoading?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  placeholder?: string;
  'aria-label': string;
  mark: string;
  /** Given by a form row, whose label it then has. */
  id?: string;
}

/** Fields of the indices, each with its type. */
export const FieldsPicker: React.FC<
  PickerProps & { names: readonly string[]; onChange: (names: string[]) => void }
> = ({ fields, names, onChange, mark, ...rest }) => {
  const options = useMemo(() => optionsOf(fields), [fields]);
  return (
    <EuiComboBox<string>
      compressed
      fullWidth
      options={options}
      selectedOptions={names.map((label) => ({ label }))}
      onChange={(chosen) => onChange(chosen.map(({ label }) => label))}
      onCreateOption={(text) => onChange([...new Set([...names, text.trim()])])}
      renderOption={typed}
      customOptionText={customText()}
      data-test-subj={mark}
      {...rest}
    />
  );
};

/** One field of the indices. */
export const FieldPicker: React.FC<
  PickerProps & { name: string; onChange: (name: string) => void }
> = ({ fields, name, onChange, mark, id, ...rest }) => {
  const options = useMemo(() => optionsOf(fields), [fields]);
  const inputId = useInputId(id);
  return (
    <>
      {id === undefined && <HiddenLabel inputId={inputId} text={rest['aria-label']} />}
      <EuiComboBox<string>
        id={inputId}
        compressed
        fullWidth
        singleSelection={{ asPlainText: true }}
        isClearable={false}
        options={options}
        selectedOptions={name === '' ? [] : [{ label: name }]}
        onChange={(chosen) => onChange(chosen[0]?.label ?? '')}
        onCreateOption={(text) => onChange(text.trim())}
        renderOption={typed}
        customOptionText={customText()}
        placeholder={i18n.translate('watchkeeper.queryBuilder.fieldPlaceholder', {
          defaultMessage: 'Field',
        })}
        data-test-subj={mark}
        {...rest}
      />
    </>
  );
};
