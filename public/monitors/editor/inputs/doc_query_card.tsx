import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer } from '@elastic/eui';
import { RemoveButton } from '../../../shared/remove_button';
import type { DocQuery } from '../../../../common/monitors/input';
import { LinesField, TextField } from '../fields/text_fields';
import { WordsField } from '../fields/words_field';

interface CardProps {
  query: DocQuery;
  /** Where it is in the monitor. */
  field: string;
  onChange: (query: DocQuery) => void;
  onRemove: () => void;
}

const NameRow: React.FC<CardProps> = ({ query, field, onChange, onRemove }) => (
  <EuiFlexGroup gutterSize="s" responsive={false}>
    <EuiFlexItem>
      <TextField
        field={`${field}.name`}
        label={i18n.translate('watchkeeper.editor.docQueryNameLabel', {
          defaultMessage: 'Query name',
        })}
        value={query.name}
        onChange={(name) => onChange({ ...query, name })}
        mark="docQueryNameInput"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <RemoveButton
        label={i18n.translate('watchkeeper.editor.removeDocQueryAriaLabel', {
          defaultMessage: 'Remove query {name}',
          values: { name: query.name },
        })}
        mark="removeDocQueryButton"
        onRemove={onRemove}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** One query with what triggers know it by. */
export const DocQueryCard: React.FC<CardProps> = (props) => {
  const { query, field, onChange } = props;
  return (
    <>
      <EuiPanel color="subdued" paddingSize="s" hasShadow={false} data-test-subj="docQuery">
        <NameRow {...props} />
        <EuiSpacer size="s" />
        <LinesField
          field={`${field}.query`}
          label={i18n.translate('watchkeeper.editor.docQueryLabel', {
            defaultMessage: 'Query (Lucene syntax)',
          })}
          helpText={i18n.translate('watchkeeper.editor.docQueryHelpText', {
            defaultMessage: 'For example: {example}',
            values: { example: 'level:ERROR AND NOT message:"connection reset"' },
          })}
          value={query.query}
          onChange={(text) => onChange({ ...query, query: text })}
          mark="docQueryInput"
        />
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem>
            <WordsField
              field={`${field}.fields`}
              label={i18n.translate('watchkeeper.editor.docQueryFieldsLabel', {
                defaultMessage: 'Fields',
              })}
              helpText={i18n.translate('watchkeeper.editor.docQueryFieldsHelpText', {
                defaultMessage: 'Looked in where the query names none. Empty: all fields.',
              })}
              words={query.fields}
              onChange={(fields) => onChange({ ...query, fields })}
              mark="docQueryFieldsInput"
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <WordsField
              field={`${field}.tags`}
              label={i18n.translate('watchkeeper.editor.docQueryTagsLabel', {
                defaultMessage: 'Tags',
              })}
              helpText={i18n.translate('watchkeeper.editor.docQueryTagsHelpText', {
                defaultMessage: 'Triggers name several queries by one tag.',
              })}
              words={query.tags}
              onChange={(tags) => onChange({ ...query, tags })}
              mark="docQueryTagsInput"
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
      <EuiSpacer size="s" />
    </>
  );
};
