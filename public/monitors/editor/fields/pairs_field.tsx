import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiCompressedFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormLabel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { FieldGroup } from '../field';
import { repeatedNames, usePairState } from './pair_state';
import type { PairRow, PairState, Pairs } from './pair_state';

interface PairWords {
  nameLabel: string;
  valueLabel: string;
  addLabel: string;
}

const Row: React.FC<{ row: PairRow; state: PairState; words: PairWords; mark: string }> = ({
  row,
  state,
  words: { nameLabel, valueLabel },
  mark,
}) => (
  <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center" style={{ marginBottom: 0 }}>
    <EuiFlexItem grow={2}>
      <EuiCompressedFieldText
        fullWidth
        value={row.name}
        placeholder={nameLabel}
        aria-label={nameLabel}
        onChange={({ target }) => state.change(row.id, { name: target.value })}
        data-test-subj={`${mark}Name`}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={3}>
      <EuiCompressedFieldText
        fullWidth
        value={row.value}
        placeholder={valueLabel}
        aria-label={valueLabel}
        onChange={({ target }) => state.change(row.id, { value: target.value })}
        data-test-subj={`${mark}Value`}
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonIcon
        iconType="cross"
        color="danger"
        onClick={() => state.remove(row.id)}
        aria-label={i18n.translate('watchkeeper.editor.removeRowAriaLabel', {
          defaultMessage: 'Remove {name}',
          values: { name: row.name },
        })}
        data-test-subj={`${mark}Remove`}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** Names with values: labels, annotations, paths. */
export const PairsField: React.FC<
  PairWords & {
    field: string;
    label: string;
    helpText?: string;
    pairs: Pairs | undefined;
    onChange: (pairs: Record<string, string> | undefined) => void;
    mark: string;
  }
> = ({ field, label, helpText, pairs, onChange, mark, ...words }) => {
  const state = usePairState(pairs, onChange);
  const repeated = repeatedNames(state.rows);
  return (
    <FieldGroup field={field}>
      <EuiFormLabel>{label}</EuiFormLabel>
      {helpText && (
        <EuiText size="xs" color="subdued">
          {helpText}
        </EuiText>
      )}
      <EuiSpacer size="xs" />
      {state.rows.map((row) => (
        <Row key={row.id} row={row} state={state} words={words} mark={mark} />
      ))}
      {repeated.length > 0 && (
        <div className="euiFormErrorText" role="alert">
          {i18n.translate('watchkeeper.editor.repeatedNamesText', {
            defaultMessage: 'More than one row is called {names}; only the last counts.',
            values: { names: repeated.join(', ') },
          })}
        </div>
      )}
      <EuiButtonEmpty
        size="xs"
        flush="left"
        iconType="plusInCircle"
        onClick={state.add}
        data-test-subj={`${mark}Add`}
      >
        {words.addLabel}
      </EuiButtonEmpty>
    </FieldGroup>
  );
};
