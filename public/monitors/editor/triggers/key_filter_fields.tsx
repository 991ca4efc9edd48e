import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import type { KeyFilter } from '../../../../common/monitors/trigger';
import { Field } from '../field';
import { WordsInput } from '../fields/words_field';

type Keys = KeyFilter['include'];
type Way = 'any' | 'values' | 'pattern';

const wayOf = (keys: Keys): Way =>
  keys === undefined ? 'any' : typeof keys === 'string' ? 'pattern' : 'values';

const inWay = (way: string): Keys => {
  if (way === 'values') return [];
  return way === 'pattern' ? '' : undefined;
};

const KeysInput: React.FC<{
  field: string;
  label: string;
  anyLabel: string;
  keys: Keys;
  onChange: (keys: Keys) => void;
  mark: string;
}> = ({ field, label, anyLabel, keys, onChange, mark }) => (
  <Field field={field} label={label}>
    {(isInvalid) => (
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false} style={{ width: 150 }}>
          <EuiCompressedSelect
            options={[
              { value: 'any', text: anyLabel },
              {
                value: 'values',
                text: i18n.translate('watchkeeper.editor.keysByValueLabel', {
                  defaultMessage: 'These values',
                }),
              },
              {
                value: 'pattern',
                text: i18n.translate('watchkeeper.editor.keysByPatternLabel', {
                  defaultMessage: 'By pattern',
                }),
              },
            ]}
            value={wayOf(keys)}
            onChange={({ target }) => onChange(inWay(target.value))}
            aria-label={label}
            data-test-subj={`${mark}Way`}
          />
        </EuiFlexItem>
        <EuiFlexItem>
          {typeof keys === 'string' && (
            <EuiCompressedFieldText
              fullWidth
              isInvalid={isInvalid}
              value={keys}
              placeholder="checkout-.*"
              onChange={({ target }) => onChange(target.value)}
              aria-label={label}
              data-test-subj={`${mark}Pattern`}
            />
          )}
          {Array.isArray(keys) && (
            <WordsInput
              words={keys}
              onChange={onChange}
              aria-label={label}
              mark={`${mark}Values`}
            />
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
    )}
  </Field>
);

const isEmpty = ({ include, exclude }: KeyFilter): boolean =>
  include === undefined && exclude === undefined;

/** Which buckets are judged, by their key: of a terms aggregation, or of one source of a composite one. */
export const KeyFilterFields: React.FC<{
  field: string;
  /** The source, or nothing where there is one key only. */
  source: string;
  filter: KeyFilter | undefined;
  onChange: (filter: KeyFilter | undefined) => void;
}> = ({ field, source, filter = {}, onChange }) => {
  const put = (changes: KeyFilter) => {
    const next = { ...filter, ...changes };
    onChange(isEmpty(next) ? undefined : next);
  };
  return (
    <EuiFlexGroup gutterSize="m" responsive={false} data-test-subj="keyFilter">
      <EuiFlexItem>
        <KeysInput
          field={`${field}.include`}
          label={i18n.translate('watchkeeper.editor.includeLabel', {
            defaultMessage: 'Only keys {source}',
            values: { source },
          })}
          anyLabel={i18n.translate('watchkeeper.editor.includeAnyLabel', {
            defaultMessage: 'All',
          })}
          keys={filter.include}
          onChange={(include) => put({ include })}
          mark="include"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <KeysInput
          field={`${field}.exclude`}
          label={i18n.translate('watchkeeper.editor.excludeLabel', {
            defaultMessage: 'Not the keys {source}',
            values: { source },
          })}
          anyLabel={i18n.translate('watchkeeper.editor.excludeNoneLabel', {
            defaultMessage: 'None',
          })}
          keys={filter.exclude}
          onChange={(exclude) => put({ exclude })}
          mark="exclude"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
