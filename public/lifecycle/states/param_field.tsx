import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect, EuiCompressedSwitch } from '@elastic/eui';
import type { JsonValue } from '../../../common/json/lossless';
import { checkParam } from '../../../common/lifecycle/actions/check_param';
import type { Param, ParamType } from '../../../common/lifecycle/actions/param';
import { say } from '../../shared/say';
import { DraftField } from './draft_field';
import { paramOf, paramText, shownAs } from './param_text';

const exampleOf = ({ kind }: ParamType): string | undefined => {
  const examples: Partial<Record<ParamType['kind'], string>> = {
    ...{
      duration: '3d',
      size: '30gb',
      attributes: 'temp=warm',
      cron: '0 3 * * * UTC',
      json: '{ }',
    },
  };
  return examples[kind];
};

const helpOf = ({ help, type: { kind } }: Param): string | undefined => {
  if (help) return say(help);
  if (kind === 'texts') {
    return i18n.translate('watchkeeper.lifecycle.states.textsHelp', {
      defaultMessage: 'Separated by commas',
    });
  }
  if (kind === 'cron') {
    return i18n.translate('watchkeeper.lifecycle.states.cronHelp', {
      defaultMessage: 'Minute, hour, day, month, weekday, and the time zone',
    });
  }
  if (kind === 'reference') {
    return i18n.translate('watchkeeper.lifecycle.states.referenceHelp', {
      defaultMessage: 'Its id',
    });
  }
  return kind === 'attributes'
    ? i18n.translate('watchkeeper.lifecycle.states.attributesHelp', {
        defaultMessage: 'Names and values, as in temp=warm, zone=a',
      })
    : undefined;
};

/** The field of one parameter, by what it takes. Undefined takes the parameter out of the document. */
export const ParamField: React.FC<{
  param: Param;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
}> = ({ param, value, onChange }) => {
  const { name, label, type, default: preset } = param;
  const fault = checkParam(param, value);
  const mark = `param-${name}`;
  if (type.kind === 'switch' && (value === undefined || typeof value === 'boolean')) {
    const switched = (on: boolean) => onChange(on === (preset ?? false) ? undefined : on);
    return (
      <EuiCompressedFormRow hasEmptyLabelSpace helpText={helpOf(param)} fullWidth>
        <EuiCompressedSwitch
          label={say(label)}
          checked={value ?? preset === true}
          onChange={(event) => switched(event.target.checked)}
          data-test-subj={mark}
        />
      </EuiCompressedFormRow>
    );
  }
  if (type.kind === 'choice') {
    const options = [
      ...new Set(typeof value === 'string' ? [...type.options, value] : type.options),
    ];
    return (
      <EuiCompressedFormRow
        label={say(label)}
        isInvalid={fault !== undefined}
        error={fault}
        fullWidth
      >
        <EuiCompressedSelect
          fullWidth
          options={options.map((option) => ({ value: option, text: option }))}
          value={typeof value === 'string' ? value : String(preset ?? '')}
          onChange={({ target }) => onChange(target.value === preset ? undefined : target.value)}
          data-test-subj={mark}
        />
      </EuiCompressedFormRow>
    );
  }
  const as = shownAs(type, value);
  const change = (text: string): boolean => {
    const { taken, value: next } = paramOf(type, as, text, value);
    if (taken) onChange(next);
    return taken;
  };
  return (
    <EuiCompressedFormRow
      label={say(label)}
      helpText={helpOf(param)}
      isInvalid={fault !== undefined}
      error={fault}
      fullWidth
    >
      <DraftField
        value={paramText(type, value)}
        onChange={change}
        lines={as === 'json' || as === 'lines'}
        numeric={as === 'number'}
        isInvalid={fault !== undefined}
        placeholder={preset === undefined ? exampleOf(type) : String(preset)}
        data-test-subj={mark}
      />
    </EuiCompressedFormRow>
  );
};
