import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGrid,
  EuiFlexItem,
} from '@elastic/eui';
import { USUAL_SETTINGS } from '../../../common/indices/page/settings';
import type { FlatSettings, SettingControl } from '../../../common/indices/page/settings';
import { settingLabel } from './setting_words';

const SWITCH = ['true', 'false'];

const defaultLabel = (value: string): string =>
  value === ''
    ? i18n.translate('watchkeeper.indices.settingDefaultLabel', { defaultMessage: 'Default' })
    : i18n.translate('watchkeeper.indices.settingDefaultValueLabel', {
        defaultMessage: 'Default: {value}',
        values: { value },
      });

const Control: React.FC<{
  control: SettingControl;
  value: string;
  fallback: string;
  label: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
  testSubj: string;
}> = ({ control, value, fallback, label, isDisabled, onChange, testSubj }) => {
  const choices = control === 'switch' ? SWITCH : typeof control === 'string' ? [] : control;
  return choices.length > 0 ? (
    <EuiCompressedSelect
      options={[
        { value: '', text: defaultLabel(fallback) },
        ...choices.map((choice) => ({ value: choice, text: choice })),
      ]}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value)}
      aria-label={label}
      data-test-subj={testSubj}
    />
  ) : (
    <EuiCompressedFieldText
      value={value}
      placeholder={fallback}
      disabled={isDisabled}
      inputMode={control === 'count' ? 'numeric' : undefined}
      onChange={(event) => onChange(event.target.value)}
      aria-label={label}
      data-test-subj={testSubj}
    />
  );
};

/** The settings that people change most. An empty field is the default. */
export const SettingsForm: React.FC<{
  settings: FlatSettings;
  defaults: FlatSettings;
  isDisabled: boolean;
  onChange: (settings: FlatSettings) => void;
}> = ({ settings, defaults, isDisabled, onChange }) => {
  const change = (name: string, value: string) => {
    const others = Object.entries(settings).filter(([each]) => each !== name);
    const changed = value.trim() === '' ? others : [...others, [name, value.trim()]];
    onChange(Object.fromEntries(changed));
  };
  return (
    <EuiFlexGrid columns={3} gutterSize="m">
      {USUAL_SETTINGS.map(({ name, control }) => (
        <EuiFlexItem key={name}>
          <EuiCompressedFormRow label={settingLabel(name)} helpText={name}>
            <Control
              control={control}
              value={String(settings[name] ?? '')}
              fallback={String(defaults[name] ?? '')}
              label={settingLabel(name)}
              isDisabled={isDisabled}
              onChange={(value) => change(name, value)}
              testSubj={`setting-${name}`}
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
  );
};
