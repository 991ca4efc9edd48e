import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { RemoveButton } from '../../../shared/remove_button';
import type { Filter } from '../../../../common/monitors/query_builder/visual_query';
import { addRow, changeRow, isWholeFilter, removeRow } from './builder_model';
import type { Row } from './builder_model';
import { FieldPicker } from './field_picker';
import { asChoice, choicesFor, firstTest, withField } from './filter_choices';
import { choiceText } from './filter_words';
import type { Builder } from './use_builder';
import type { IndexFields } from './use_index_fields';
import { TestInput } from './value_inputs';

interface RowProps {
  row: Row<Filter>;
  known: IndexFields;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

const Choice: React.FC<Pick<RowProps, 'row' | 'known' | 'onChange'>> = ({
  row: { value: filter },
  known,
  onChange,
}) => {
  const choices = choicesFor(known.named(filter.field), filter.test.kind);
  const current = choices.findIndex(
    ({ kind, not }) => kind === filter.test.kind && not === (filter.not ?? false)
  );
  return (
    <EuiCompressedSelect
      fullWidth
      options={choices.map((choice, i) => ({ value: i, text: choiceText(choice) }))}
      value={current}
      onChange={({ target }) => onChange(asChoice(filter, choices[Number(target.value)]))}
      aria-label={i18n.translate('watchkeeper.queryBuilder.testAriaLabel', {
        defaultMessage: 'How the field is held against the value',
      })}
      data-test-subj="filterTest"
    />
  );
};

const notWhole = (): string =>
  i18n.translate('watchkeeper.queryBuilder.notWholeText', {
    defaultMessage: 'Not part of the query until it is filled in.',
  });

const FilterRow: React.FC<RowProps> = ({ row, known, onChange, onRemove }) => {
  const { value: filter } = row;
  const searchable = useMemo(
    () => known.fields.filter((field) => field.searchable),
    [known.fields]
  );
  return (
    <div data-test-subj="filterRow">
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexStart">
        <EuiFlexItem style={{ minWidth: 0 }}>
          <EuiFlexGroup gutterSize="s" responsive={false} wrap>
            <EuiFlexItem style={{ flexBasis: 160, minWidth: 120 }}>
              <FieldPicker
                fields={searchable}
                isLoading={known.isLoading}
                name={filter.field}
                onChange={(name) => onChange(withField(filter, name, known.named(name)))}
                aria-label={i18n.translate('watchkeeper.queryBuilder.filterFieldAriaLabel', {
                  defaultMessage: 'Field of the filter',
                })}
                mark="filterField"
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false} style={{ width: 132 }}>
              <Choice {...{ row, known, onChange }} />
            </EuiFlexItem>
            {filter.test.kind !== 'exists' && (
              <EuiFlexItem style={{ flexBasis: filter.test.kind === 'range' ? 220 : 140 }}>
                <TestInput
                  // What was begun to be typed for one field is not for another.
                  key={`${filter.field} ${filter.test.kind}`}
                  known={known}
                  field={filter.field}
                  test={filter.test}
                  onChange={(test) => onChange({ ...filter, test })}
                />
              </EuiFlexItem>
            )}
          </EuiFlexGroup>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <RemoveButton
            label={i18n.translate('watchkeeper.queryBuilder.removeFilterAriaLabel', {
              defaultMessage: 'Remove the filter {field}',
              values: { field: filter.field },
            })}
            mark="removeFilter"
            onRemove={onRemove}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {!isWholeFilter(row) && (
        <EuiText size="xs" color="subdued" data-test-subj="filterNotWhole">
          {notWhole()}
        </EuiText>
      )}
      <EuiSpacer size="s" />
    </div>
  );
};

/** What documents must have, one a row; all of them must hold. */
export const FiltersEditor: React.FC<{ builder: Builder; known: IndexFields }> = ({
  builder,
  known,
}) => {
  const { filters } = builder.model;
  return (
    <>
      {filters.map((row) => (
        <FilterRow
          key={row.id}
          row={row}
          known={known}
          onChange={(value) => builder.change({ filters: changeRow(filters, row.id, value) })}
          onRemove={() => builder.change({ filters: removeRow(filters, row.id) })}
        />
      ))}
      <EuiSmallButtonEmpty
        iconType="plusInCircle"
        flush="left"
        onClick={() =>
          builder.change({ filters: addRow(filters, { field: '', test: firstTest(undefined) }) })
        }
        data-test-subj="addFilter"
      >
        {i18n.translate('watchkeeper.queryBuilder.addFilterButtonLabel', {
          defaultMessage: 'Add filter',
        })}
      </EuiSmallButtonEmpty>
    </>
  );
};
