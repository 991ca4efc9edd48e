import React, { useState } from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormErrorText,
  EuiFormHelpText,
  EuiPanel,
  EuiSmallButtonIcon,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { JsonValue } from '../../../../common/json/lossless';
import type { Path, PolicyProblem } from '../../../../common/lifecycle/policy/policy';
import { RawJson } from '../raw_json';
import { faultsAt, faultsWithin } from './field_props';

const Faults: React.FC<{ faults: readonly string[] }> = ({ faults }) => (
  <>
    {faults.map((fault) => (
      <EuiFormErrorText key={fault}>{fault}</EuiFormErrorText>
    ))}
  </>
);

/** A part of the document with fields in it; the same part as JSON for what they cannot show. */
export const PartFrame: React.FC<{
  title: string;
  help?: string;
  value: JsonValue | undefined;
  onChange: (value: JsonValue) => void;
  path: Path;
  problems: readonly PolicyProblem[];
  /** False where the value is of another form: then there is JSON only. */
  isForm: boolean;
  /** One of several: with a border around it, so that it is seen where one ends. */
  isItem?: true;
  /** What else can be done with it, beside its title. */
  buttons?: ReactNode;
  children: ReactNode;
  'data-test-subj'?: string;
}> = (props) => {
  const { title, help, value, onChange, path, problems, isForm, isItem, buttons, children } = props;
  const [wished, setWished] = useState(false);
  const asJson = wished || !isForm;
  const label = i18n.translate('watchkeeper.lifecycle.fields.asJsonLabel', {
    defaultMessage: '{title} as JSON',
    values: { title },
  });
  return (
    <EuiPanel
      paddingSize={isItem ? 's' : 'none'}
      hasShadow={false}
      hasBorder={isItem ?? false}
      color={isItem ? 'plain' : 'transparent'}
      role="group"
      aria-label={title}
      data-test-subj={props['data-test-subj']}
    >
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem style={{ minWidth: 0 }}>
          <EuiText size="xs">
            <strong>{title}</strong>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonIcon
            iconType="editorCodeBlock"
            color={asJson ? 'primary' : 'text'}
            display={asJson ? 'base' : 'empty'}
            isDisabled={!isForm}
            aria-pressed={asJson}
            aria-label={label}
            title={label}
            onClick={() => setWished(!wished)}
            data-test-subj="asJson"
          />
        </EuiFlexItem>
        {buttons !== undefined && <EuiFlexItem grow={false}>{buttons}</EuiFlexItem>}
      </EuiFlexGroup>
      {help !== undefined && <EuiFormHelpText>{help}</EuiFormHelpText>}
      <Faults faults={asJson ? faultsWithin(problems, path) : faultsAt(problems, path)} />
      <EuiSpacer size="xs" />
      {!isForm && (
        <EuiFormHelpText>
          {i18n.translate('watchkeeper.lifecycle.fields.noFormText', {
            defaultMessage: 'The form cannot show what is written here; it stays as it is.',
          })}
        </EuiFormHelpText>
      )}
      {asJson ? (
        <RawJson
          value={value ?? null}
          label={label}
          onChange={onChange}
          data-test-subj="partJson"
        />
      ) : (
        children
      )}
    </EuiPanel>
  );
};
