import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiComboBox,
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type {
  FilterTest,
  FilterValue,
} from '../../../../common/monitors/query_builder/visual_query';
import { valueOfText } from './filter_choices';
import { valueLabel } from './filter_words';
import { HiddenLabel, useInputId } from './hidden_label';
import { useFieldValues } from './use_index_fields';
import type { IndexFields } from './use_index_fields';

interface ValueProps {
  known: IndexFields;
  field: string;
}

const valuePlaceholder = (): string =>
  i18n.translate('watchkeeper.queryBuilder.valuePlaceholder', { defaultMessage: 'Value' });

/** A key of its own: without one the box takes ERROR and error for the same. */
const optionOf = (value: FilterValue) => ({ key: String(value), label: String(value) });

/** Values of a field, suggested from the data; any other can be typed. */
const ValuesPicker: React.FC<
  ValueProps & {
    values: readonly FilterValue[];
    onChange: (values: FilterValue[]) => void;
    isSingle: boolean;
  }
> = ({ known, field, values, onChange, isSingle }) => {
  const [typed, setTyped] = useState('');
  const [isWanted, setIsWanted] = useState(false);
  const { values: found, isLoading } = useFieldValues(known, field, typed, isWanted);
  const valueOf = (label: string): FilterValue =>
    [...values, ...found.map(({ value }) => value)].find((value) => String(value) === label) ??
    valueOfText(label, known.named(field));
  const inputId = useInputId(undefined);
  return (
    <>
      <HiddenLabel inputId={inputId} text={valueLabel()} />
      <EuiComboBox<string>
        id={inputId}
        compressed
        fullWidth
        async
        singleSelection={isSingle ? { asPlainText: true } : false}
        isClearable={!isSingle}
        isLoading={isLoading && isWanted}
        options={found.map(({ value }) => optionOf(value))}
        selectedOptions={values.filter((value) => value !== '').map(optionOf)}
        onFocus={() => setIsWanted(true)}
        onSearchChange={setTyped}
        onChange={(chosen) => onChange(chosen.map(({ label }) => valueOf(label)))}
        onCreateOption={(text) => onChange(isSingle ? [valueOf(text)] : [...values, valueOf(text)])}
        customOptionText={i18n.translate('watchkeeper.queryBuilder.customValueText', {
          defaultMessage: 'Take {value}',
          values: { value: '{searchValue}' },
        })}
        placeholder={valuePlaceholder()}
        aria-label={valueLabel()}
        data-test-subj="filterValue"
      />
    </>
  );
};

type Range = Extract<FilterTest, { kind: 'range' }>;
type Side = 'lower' | 'upper';

const SIDES = {
  lower: { outside: 'gt', inside: 'gte', signs: ['>', '≥'] },
  upper: { outside: 'lt', inside: 'lte', signs: ['<', '≤'] },
} as const;

const boundLabel = (side: Side): string =>
  side === 'lower'
    ? i18n.translate('watchkeeper.queryBuilder.lowerAriaLabel', { defaultMessage: 'Lower bound' })
    : i18n.translate('watchkeeper.queryBuilder.upperAriaLabel', { defaultMessage: 'Upper bound' });

/** One end of a range; empty it is open. */
const Bound: React.FC<
  ValueProps & { side: Side; range: Range; onChange: (range: Range) => void }
> = ({ side, range, onChange, known, field }) => {
  const { outside, inside, signs } = SIDES[side];
  const bound = range[outside] ?? range[inside];
  // An open end begins with what includes it above, and what leaves it out below.
  const isOutside = range[outside] !== undefined || (bound === undefined && side === 'upper');
  const [kind, setKind] = useState<'gt' | 'gte' | 'lt' | 'lte'>(isOutside ? outside : inside);
  const change = (to: typeof kind, text: string): void => {
    const next = { ...range };
    delete next[outside];
    delete next[inside];
    setKind(to);
    onChange(text === '' ? next : { ...next, [to]: valueOfText(text, known.named(field)) });
  };
  const text = bound === undefined ? '' : String(bound);
  return (
    <EuiFlexGroup gutterSize="none" responsive={false}>
      <EuiFlexItem grow={false} style={{ width: 52 }}>
        <EuiCompressedSelect
          options={[
            { value: inside, text: signs[1] },
            { value: outside, text: signs[0] },
          ]}
          value={kind}
          onChange={({ target }) => change(target.value === outside ? outside : inside, text)}
          aria-label={i18n.translate('watchkeeper.queryBuilder.boundKindAriaLabel', {
            defaultMessage: '{bound}: with the value or without',
            values: { bound: boundLabel(side) },
          })}
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiCompressedFieldText
          fullWidth
          value={text}
          placeholder={i18n.translate('watchkeeper.queryBuilder.openPlaceholder', {
            defaultMessage: 'any',
          })}
          onChange={({ target }) => change(kind, target.value)}
          aria-label={boundLabel(side)}
          data-test-subj={`${side}Bound`}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** What a field is held against: the input that fits the test. */
export const TestInput: React.FC<
  ValueProps & { test: FilterTest; onChange: (test: FilterTest) => void }
> = ({ test, onChange, known, field }) => {
  switch (test.kind) {
    case 'exists':
      return null;
    case 'is':
      return (
        <ValuesPicker
          isSingle
          known={known}
          field={field}
          values={[test.value]}
          onChange={([value = '']) => onChange({ ...test, value })}
        />
      );
    case 'one_of':
      return (
        <ValuesPicker
          isSingle={false}
          known={known}
          field={field}
          values={test.values}
          onChange={(values) => onChange({ ...test, values: [...new Set(values)] })}
        />
      );
    case 'range':
      return (
        <EuiFlexGroup gutterSize="s" responsive={false}>
          {(['lower', 'upper'] as const).map((side) => (
            <EuiFlexItem key={side}>
              <Bound {...{ side, known, field, onChange }} range={test} />
            </EuiFlexItem>
          ))}
        </EuiFlexGroup>
      );
    default:
      return (
        <EuiCompressedFieldText
          fullWidth
          value={test.value}
          placeholder={valuePlaceholder()}
          onChange={({ target }) => onChange({ ...test, value: target.value })}
          aria-label={valueLabel()}
          data-test-subj="filterText"
        />
      );
  }
};
