import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { stringifyLossless } from '../../../../common/json/lossless';
import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import { RemoveButton } from '../../../shared/remove_button';
import { say } from '../../../shared/say';
import { DraftField } from '../draft_field';
import { AddButton } from './add_button';
import { helpOf } from './field_help';
import { faultsOf, faultsWithin } from './field_props';
import type { FieldProps } from './field_props';
import { useFocusNew } from './use_focus_new';
import { useRowKeys } from './use_row_keys';

type Pair = readonly [name: string, value: JsonValue];

const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : stringifyLossless(value);

const nameWord = () =>
  i18n.translate('watchkeeper.lifecycle.fields.attributeNameLabel', { defaultMessage: 'Name' });
const valueWord = () =>
  i18n.translate('watchkeeper.lifecycle.fields.attributeValueLabel', { defaultMessage: 'Value' });

const PairRow: React.FC<{
  title: string;
  pair: Pair;
  others: readonly string[];
  onChange: (pair: Pair) => void;
  onRemove: () => void;
}> = ({ title, pair: [name, value], others, onChange, onRemove }) => (
  <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <DraftField
        value={name}
        label={`${title}: ${nameWord()}`}
        placeholder={nameWord()}
        isInvalid={name === ''}
        onChange={(text) => {
          // A name that another one has would take its place.
          if (text.trim() === '' || others.includes(text)) return false;
          onChange([text, value]);
          return true;
        }}
        data-test-subj="attributeName"
      />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <DraftField
        value={textOf(value)}
        label={`${title}: ${valueWord()}`}
        placeholder={valueWord()}
        onChange={(text) => {
          onChange([name, text]);
          return true;
        }}
        data-test-subj="attributeValue"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <RemoveButton
        label={i18n.translate('watchkeeper.lifecycle.states.removeLabel', {
          defaultMessage: 'Remove {name}',
          values: { name: name === '' ? title : name },
        })}
        mark="removeAttribute"
        onRemove={onRemove}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** Texts by name, one a row. Without any, the parameter is not in the document. */
export const AttributesField: React.FC<FieldProps> = (props) => {
  const { param, value, onChange, path, problems } = props;
  const pairs: Pair[] = isJsonObject(value) ? Object.entries(value) : [];
  const names = pairs.map(([name]) => name);
  const { keys, removed } = useRowKeys(pairs.length);
  const { around, expect } = useFocusNew(pairs.length);
  const faults = [...new Set([...faultsOf(props), ...faultsWithin(problems, path)])];
  const title = say(param.label);
  const write = (next: readonly Pair[]) =>
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <EuiCompressedFormRow
      label={title}
      helpText={helpOf(param)}
      isInvalid={faults.length > 0}
      error={faults}
      fullWidth
      // Its children are several fields, each with a label of its own.
      labelType="legend"
      data-test-subj={`param-${param.name}`}
    >
      <div ref={around}>
        {pairs.map((pair, i) => (
          <div key={keys[i]} data-row>
            <PairRow
              title={title}
              pair={pair}
              others={names.filter((_name, other) => other !== i)}
              onChange={(next) => write(pairs.map((each, place) => (place === i ? next : each)))}
              onRemove={() => {
                expect('button');
                removed(i);
                write(pairs.filter((_pair, place) => place !== i));
              }}
            />
            <EuiSpacer size="xs" />
          </div>
        ))}
        <AddButton
          label={i18n.translate('watchkeeper.lifecycle.fields.addAttributeLabel', {
            defaultMessage: 'Add a name and a value',
          })}
          mark={`add-${param.name}`}
          isDisabled={names.includes('')}
          onAdd={() => {
            expect('row');
            write([...pairs, ['', '']]);
          }}
        />
      </div>
    </EuiCompressedFormRow>
  );
};
