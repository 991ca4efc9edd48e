import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiCompressedFormRow, EuiSpacer, EuiText } from '@elastic/eui';
import { messageOf } from '../../../../common/errors';
import type { VisualQuery } from '../../../../common/monitors/query_builder/visual_query';
import { ReadOnlyJson } from '../run/read_only_json';
import { CountInput } from './count_input';
import { FiltersEditor } from './filters_editor';
import { GroupByField } from './group_by_field';
import { LineField } from './line_field';
import { MetricsEditor } from './metrics_editor';
import { useBuilder } from './use_builder';
import type { Builder } from './use_builder';
import { useIndexFields } from './use_index_fields';
import type { IndexFields } from './use_index_fields';
import { WindowFields } from './window_fields';

const MOST_DOCUMENTS = 1000;

const Part: React.FC<{ title: string; children: ReactNode }> = ({ title, children }) => (
  <div role="group" aria-label={title}>
    <EuiText size="xs">
      <strong>{title}</strong>
    </EuiText>
    <EuiSpacer size="s" />
    {children}
    <EuiSpacer size="m" />
  </div>
);

/** Why no fields are suggested. */
const FieldsNotice: React.FC<{ known: IndexFields }> = ({
  known: { indices, fields, isLoading, error },
}) => {
  const text = (): string | undefined => {
    if (indices.length === 0) {
      return i18n.translate('watchkeeper.queryBuilder.noIndicesText', {
        defaultMessage: 'Choose indices above, and their fields and values are suggested here.',
      });
    }
    if (isLoading || fields.length > 0) return undefined;
    return error
      ? i18n.translate('watchkeeper.queryBuilder.fieldsErrorText', {
          defaultMessage: 'The fields could not be read: {reason}',
          values: { reason: messageOf(error) },
        })
      : i18n.translate('watchkeeper.queryBuilder.noFieldsText', {
          defaultMessage: 'No index of these names has fields yet. Any name can be typed.',
        });
  };
  const shown = text();
  return shown === undefined ? null : (
    <>
      <EuiText size="xs" color="subdued" data-test-subj="fieldsNotice">
        {shown}
      </EuiText>
      <EuiSpacer size="s" />
    </>
  );
};

const Documents: React.FC<{ builder: Builder }> = ({ builder }) => {
  const label = i18n.translate('watchkeeper.queryBuilder.documentsLabel', {
    defaultMessage: 'Newest documents that come along',
  });
  return (
    <EuiCompressedFormRow
      label={label}
      helpText={i18n.translate('watchkeeper.queryBuilder.documentsHelpText', {
        defaultMessage: 'For messages and previews to show; all of them are counted.',
      })}
    >
      <div style={{ width: 96 }}>
        <CountInput
          value={builder.model.query.documents}
          min={0}
          max={MOST_DOCUMENTS}
          onChange={(documents) => builder.set({ documents })}
          aria-label={label}
          mark="documentsInput"
        />
      </div>
    </EuiCompressedFormRow>
  );
};

/** The query of a search as a form: what can be shown of it, and that is all of it. */
export const BuilderForm: React.FC<{
  text: string;
  query: VisualQuery;
  onText: (text: string) => void;
}> = ({ text, query, onText }) => {
  const builder = useBuilder(text, query, onText);
  const known = useIndexFields();
  return (
    <div data-test-subj="queryBuilder">
      <FieldsNotice known={known} />
      <WindowFields builder={builder} known={known} />
      <EuiSpacer size="m" />
      <Part
        title={i18n.translate('watchkeeper.queryBuilder.filtersTitle', {
          defaultMessage: 'Documents for which all of these hold',
        })}
      >
        <FiltersEditor builder={builder} known={known} />
        <EuiSpacer size="s" />
        <LineField builder={builder} />
      </Part>
      <Part
        title={i18n.translate('watchkeeper.queryBuilder.metricsTitle', {
          defaultMessage: 'What is worked out',
        })}
      >
        <MetricsEditor builder={builder} known={known} />
      </Part>
      <GroupByField builder={builder} known={known} />
      <EuiSpacer size="m" />
      <Documents builder={builder} />
      <EuiSpacer size="m" />
      <EuiAccordion
        id="queryBuilderDsl"
        buttonContent={i18n.translate('watchkeeper.queryBuilder.dslButtonLabel', {
          defaultMessage: 'The query that this makes',
        })}
        data-test-subj="builderDsl"
      >
        <EuiSpacer size="s" />
        <ReadOnlyJson
          text={text}
          label={i18n.translate('watchkeeper.queryBuilder.dslAriaLabel', {
            defaultMessage: 'The query that the builder makes, as JSON',
          })}
          height="360px"
          id="builderQuery"
        />
      </EuiAccordion>
    </div>
  );
};
