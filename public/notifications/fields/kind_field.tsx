import React from 'react';
import {
  EuiCompressedFieldNumber,
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiCompressedTextArea,
} from '@elastic/eui';
import { say } from '../../shared/say';
import { BodyTemplate } from './body_template';
import { FieldRow } from './field_row';
import { testSubjectOf, textOf } from './field_props';
import type { FieldProps } from './field_props';
import { HeaderEditor } from './header_editor';
import type { HeaderRow } from './header_rows';
import { RateField } from './rate_field';
import { SecretText } from './secret_text';
import { SecretUrl } from './secret_url';

const PlainText: React.FC<FieldProps & { multiline: boolean }> = (props) => {
  const { field, value, onChange, problems, multiline } = props;
  const common = {
    fullWidth: true,
    placeholder: field.placeholder,
    value: textOf(value),
    isInvalid: problems.length > 0,
    'data-test-subj': testSubjectOf(field),
  };
  return (
    <FieldRow field={field} problems={problems}>
      {multiline ? (
        <EuiCompressedTextArea
          {...common}
          rows={3}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <EuiCompressedFieldText {...common} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldRow>
  );
};

const NumberField: React.FC<FieldProps & { min?: number; max?: number }> = (props) => {
  const { field, value, onChange, problems, min, max } = props;
  return (
    <FieldRow field={field} problems={problems}>
      <EuiCompressedFieldNumber
        {...{ min, max }}
        placeholder={field.placeholder}
        value={textOf(value)}
        isInvalid={problems.length > 0}
        onChange={(event) => onChange(event.target.value)}
        data-test-subj={testSubjectOf(field)}
      />
    </FieldRow>
  );
};

const SwitchField: React.FC<FieldProps> = ({ field, value, onChange, problems }) => (
  <FieldRow field={{ ...field, label: field.label }} problems={problems}>
    <EuiCompressedSwitch
      showLabel={false}
      label={say(field.label)}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
      data-test-subj={testSubjectOf(field)}
    />
  </FieldRow>
);

/** Draws one field of a kind's form. */
export const KindField: React.FC<FieldProps> = (props) => {
  const { field, value, onChange, problems, problemsAt, allProblems, stored } = props;
  const { control } = field;
  switch (control.kind) {
    case 'secret_url':
      return (
        <SecretUrl
          label={say(field.label)}
          helpText={field.help ? say(field.help) : ''}
          placeholder={field.placeholder ?? ''}
          value={textOf(value)}
          onChange={onChange}
          problems={problems}
          stored={stored}
        />
      );
    case 'secret':
      return <SecretText {...props} multiline={control.multiline === true} />;
    case 'number':
      return <NumberField {...props} min={control.min} max={control.max} />;
    case 'switch':
      return <SwitchField {...props} />;
    case 'choice':
      return (
        <FieldRow field={field} problems={problems}>
          <EuiCompressedSelect
            options={control.options.map(({ value: option, text }) => ({
              value: option,
              text: typeof text === 'string' ? text : say(text),
            }))}
            value={textOf(value)}
            isInvalid={problems.length > 0}
            onChange={(event) => onChange(event.target.value)}
            data-test-subj={testSubjectOf(field)}
          />
        </FieldRow>
      );
    case 'headers':
      return (
        <HeaderEditor
          label={say(field.label)}
          helpText={field.help ? say(field.help) : ''}
          rows={value as HeaderRow[]}
          onChange={onChange}
          problemsAt={problemsAt}
        />
      );
    case 'template':
      return (
        <BodyTemplate
          label={say(field.label)}
          language={control.language}
          empty={say(control.empty)}
          value={textOf(value)}
          onChange={onChange}
          problems={allProblems.filter(({ field: at }) => at === field.name).slice(0, 1)}
        />
      );
    case 'rate':
      return <RateField {...props} />;
    case 'list':
      return <PlainText {...props} multiline />;
    default:
      return <PlainText {...props} multiline={control.multiline === true} />;
  }
};
