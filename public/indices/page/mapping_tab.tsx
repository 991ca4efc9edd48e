import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
  EuiTextColor,
} from '@elastic/eui';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { mappedFields, searchFields } from '../../../common/indices/page/mapping';
import type { MappedField } from '../../../common/indices/page/mapping';
import { useMay } from '../../shared/plugin_status';
import { SearchField } from '../../shared/search_field';
import { AddFields } from './add_fields';

/** A mapping of thousands of fields is searched, not read. */
const MOST_SHOWN = 500;
const INDENT = 20;

const paramsText = (params: MappedField['params']): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

const FieldRow: React.FC<{ field: MappedField }> = ({ field }) => (
  <div
    role="treeitem"
    aria-level={field.depth + 1}
    style={{ paddingLeft: field.depth * INDENT, paddingTop: 2, paddingBottom: 2 }}
    className="eui-textBreakWord"
    data-test-subj="mappedField"
  >
    <strong>{field.name}</strong> <EuiBadge color="hollow">{field.type}</EuiBadge>{' '}
    {field.is_multi_field && (
      <EuiBadge color="hollow">
        {i18n.translate('watchkeeper.indices.multiFieldLabel', { defaultMessage: 'multi-field' })}
      </EuiBadge>
    )}{' '}
    <EuiTextColor color="subdued">{paramsText(field.params)}</EuiTextColor>
  </div>
);

const Tree: React.FC<{ fields: readonly MappedField[] }> = ({ fields }) => (
  <div
    role="tree"
    aria-label={i18n.translate('watchkeeper.indices.fieldsTreeLabel', {
      defaultMessage: 'Fields of the mapping',
    })}
  >
    {fields.slice(0, MOST_SHOWN).map((field) => (
      <FieldRow key={field.path} field={field} />
    ))}
  </div>
);

const countText = (shown: number, all: number): string =>
  shown > MOST_SHOWN
    ? i18n.translate('watchkeeper.indices.fieldsCutText', {
        defaultMessage: 'The first {most, number} of {shown, number} fields. Search to see others.',
        values: { most: MOST_SHOWN, shown },
      })
    : i18n.translate('watchkeeper.indices.fieldsCountText', {
        defaultMessage: '{shown, number} of {all, plural, one {# field} other {# fields}}',
        values: { shown, all },
      });

/** The fields of an index as a tree that can be searched, and how others are added. */
export const MappingTab: React.FC<{ detail: IndexDetail }> = ({ detail }) => {
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(false);
  const mayWrite = useMay('write');
  const fields = useMemo(() => mappedFields(detail.mappings), [detail.mappings]);
  const shown = useMemo(() => searchFields(fields, text), [fields, text]);
  return (
    <div data-test-subj="indexMapping">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <SearchField
            value={text}
            onChange={setText}
            label={i18n.translate('watchkeeper.indices.searchFieldsLabel', {
              defaultMessage: 'Search by name or type',
            })}
            data-test-subj="searchFields"
          />
        </EuiFlexItem>
        {mayWrite && (
          <EuiFlexItem grow={false}>
            <EuiSmallButton onClick={() => setAdding(!isAdding)} data-test-subj="addFields">
              {i18n.translate('watchkeeper.indices.addFieldsButtonLabel', {
                defaultMessage: 'Add fields',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {isAdding && <AddFields detail={detail} onClose={() => setAdding(false)} />}
      <EuiText size="s" color="subdued" aria-live="polite">
        {countText(shown.length, fields.length)}
      </EuiText>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <Tree fields={shown} />
      </EuiText>
    </div>
  );
};
