import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCode,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { RemoveButton } from '../../../shared/remove_button';
import { isDate, isNumber } from '../../../../common/indices/fields';
import type { IndexField } from '../../../../common/indices/fields';
import { metricNames } from '../../../../common/monitors/query_builder/names';
import type { Metric } from '../../../../common/monitors/query_builder/visual_query';
import { addRow, changeRow, isWholeMetric, removeRow } from './builder_model';
import type { Row } from './builder_model';
import { CountInput } from './count_input';
import { FieldPicker } from './field_picker';
import type { Builder } from './use_builder';
import type { IndexFields } from './use_index_fields';

type Kind = Metric['kind'];

const KINDS: readonly Kind[] = [
  ...(['avg', 'sum', 'min', 'max', 'percentile', 'cardinality', 'value_count'] as const),
];

const kindText = (kind: Kind): string => {
  switch (kind) {
    case 'avg':
      return i18n.translate('watchkeeper.queryBuilder.avgLabel', { defaultMessage: 'Average of' });
    case 'sum':
      return i18n.translate('watchkeeper.queryBuilder.sumLabel', { defaultMessage: 'Sum of' });
    case 'min':
      return i18n.translate('watchkeeper.queryBuilder.minLabel', { defaultMessage: 'Smallest' });
    case 'max':
      return i18n.translate('watchkeeper.queryBuilder.maxLabel', { defaultMessage: 'Largest' });
    case 'percentile':
      return i18n.translate('watchkeeper.queryBuilder.percentileLabel', {
        defaultMessage: 'Percentile of',
      });
    case 'cardinality':
      return i18n.translate('watchkeeper.queryBuilder.cardinalityLabel', {
        defaultMessage: 'Distinct values of',
      });
    case 'value_count':
      return i18n.translate('watchkeeper.queryBuilder.valueCountLabel', {
        defaultMessage: 'Values of',
      });
  }
};

const canBeOf = (kind: Kind, field: IndexField): boolean => {
  if (!field.aggregatable) return false;
  if (kind === 'cardinality' || kind === 'value_count') return true;
  return isNumber(field) || ((kind === 'min' || kind === 'max') && isDate(field));
};

const USUAL_PERCENT = 95;

const asKind = (metric: Metric, kind: Kind): Metric => {
  const { field, name } = metric;
  const named = name === undefined ? {} : { name };
  return kind === 'percentile'
    ? { kind, field, percent: USUAL_PERCENT, ...named }
    : { kind, field, ...named };
};

interface RowProps {
  row: Row<Metric>;
  /** By which conditions know it. */
  name: string;
  known: IndexFields;
  onChange: (metric: Metric) => void;
  onRemove: () => void;
}

const Percent: React.FC<{ metric: Metric; onChange: (metric: Metric) => void }> = ({
  metric,
  onChange,
}) =>
  metric.kind === 'percentile' ? (
    <EuiFlexItem grow={false} style={{ width: 72 }}>
      <CountInput
        value={metric.percent}
        min={0}
        max={100}
        isWhole={false}
        onChange={(percent) => onChange({ ...metric, percent })}
        aria-label={i18n.translate('watchkeeper.queryBuilder.percentAriaLabel', {
          defaultMessage: 'Percent',
        })}
        mark="metricPercent"
      />
    </EuiFlexItem>
  ) : null;

const MetricRow: React.FC<RowProps> = ({ row, name, known, onChange, onRemove }) => {
  const { value: metric } = row;
  return (
    <div data-test-subj="metricRow">
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center" wrap>
        <EuiFlexItem grow={false} style={{ width: 148 }}>
          <EuiCompressedSelect
            fullWidth
            options={KINDS.map((value) => ({ value, text: kindText(value) }))}
            value={metric.kind}
            onChange={({ target }) => {
              const kind = KINDS.find((one) => one === target.value);
              if (kind) onChange(asKind(metric, kind));
            }}
            aria-label={i18n.translate('watchkeeper.queryBuilder.metricKindAriaLabel', {
              defaultMessage: 'Kind of metric',
            })}
            data-test-subj="metricKind"
          />
        </EuiFlexItem>
        <Percent metric={metric} onChange={onChange} />
        <EuiFlexItem style={{ flexBasis: 140, minWidth: 120 }}>
          <FieldPicker
            fields={known.fields.filter((field) => canBeOf(metric.kind, field))}
            isLoading={known.isLoading}
            name={metric.field}
            onChange={(field) => onChange({ ...metric, field })}
            aria-label={i18n.translate('watchkeeper.queryBuilder.metricFieldAriaLabel', {
              defaultMessage: 'Field of the metric',
            })}
            mark="metricField"
          />
        </EuiFlexItem>
        {isWholeMetric(row) && (
          <EuiFlexItem grow={false}>
            <EuiCode data-test-subj="metricName">{name}</EuiCode>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <RemoveButton
            label={i18n.translate('watchkeeper.queryBuilder.removeMetricAriaLabel', {
              defaultMessage: 'Remove the metric {name}',
              values: { name },
            })}
            mark="removeMetric"
            onRemove={onRemove}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </div>
  );
};

/** What is worked out beside the number of documents. */
export const MetricsEditor: React.FC<{ builder: Builder; known: IndexFields }> = ({
  builder,
  known,
}) => {
  const { metrics } = builder.model;
  const names = metricNames(metrics.map(({ value }) => value));
  return (
    <>
      <EuiText size="s">
        {i18n.translate('watchkeeper.queryBuilder.countText', {
          defaultMessage: 'Number of documents',
        })}
      </EuiText>
      <EuiSpacer size="s" />
      {metrics.map((row, i) => (
        <MetricRow
          key={row.id}
          row={row}
          name={names[i]}
          known={known}
          onChange={(value) => builder.change({ metrics: changeRow(metrics, row.id, value) })}
          onRemove={() => builder.change({ metrics: removeRow(metrics, row.id) })}
        />
      ))}
      <EuiSmallButtonEmpty
        iconType="plusInCircle"
        flush="left"
        onClick={() => builder.change({ metrics: addRow(metrics, { kind: 'avg', field: '' }) })}
        data-test-subj="addMetric"
      >
        {i18n.translate('watchkeeper.queryBuilder.addMetricButtonLabel', {
          defaultMessage: 'Add metric',
        })}
      </EuiSmallButtonEmpty>
    </>
  );
};
