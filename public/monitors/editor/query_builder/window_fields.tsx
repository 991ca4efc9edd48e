import React, { useEffect, useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { isDate } from '../../../../common/indices/fields';
import type { LookBack } from '../../../../common/monitors/query_builder/visual_query';
import { useEditor } from '../editor_model';
import { CountInput } from './count_input';
import { FieldPicker } from './field_picker';
import type { Builder } from './use_builder';
import type { IndexFields } from './use_index_fields';

interface Props {
  builder: Builder;
  known: IndexFields;
}

/** What a new query begins with. */
const USUAL = '@timestamp';

/** Of a new monitor whose indices have another time field than usual, and only that one, it is taken. */
const useOnlyTimeField = ({ builder, known }: Props): void => {
  const { monitorId } = useEditor();
  const { timeField } = builder.model.query;
  const { set } = builder;
  const { fields, named } = known;
  const dates = useMemo(() => fields.filter(isDate), [fields]);
  const only = dates.length === 1 ? dates[0].name : undefined;
  const isToTake = monitorId === '' && timeField === USUAL && !named(USUAL);
  useEffect(() => {
    if (isToTake && only !== undefined) set({ timeField: only });
  }, [isToTake, only, set]);
};

const TimeField: React.FC<Props> = (props) => {
  const { builder, known } = props;
  useOnlyTimeField(props);
  const { timeField } = builder.model.query;
  const dates = useMemo(() => known.fields.filter(isDate), [known.fields]);
  const isUnknown = known.fields.length > 0 && !dates.some(({ name }) => name === timeField);
  const label = i18n.translate('watchkeeper.queryBuilder.timeFieldLabel', {
    defaultMessage: 'Time field',
  });
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      isInvalid={isUnknown}
      error={
        isUnknown
          ? i18n.translate('watchkeeper.queryBuilder.noSuchTimeFieldText', {
              defaultMessage: 'The indices have no date field of this name.',
            })
          : undefined
      }
    >
      <FieldPicker
        fields={dates}
        isLoading={known.isLoading}
        isInvalid={isUnknown}
        name={timeField}
        onChange={(name) => {
          // Without one there is no window to look at.
          if (name !== '') builder.set({ timeField: name });
        }}
        aria-label={label}
        mark="timeFieldPicker"
      />
    </EuiCompressedFormRow>
  );
};

type Unit = Extract<LookBack, { kind: 'span' }>['unit'];

const UNITS: readonly Unit[] = ['s', 'm', 'h', 'd'];

const unitText = (unit: Unit): string => {
  switch (unit) {
    case 's':
      return i18n.translate('watchkeeper.queryBuilder.secondsLabel', { defaultMessage: 'seconds' });
    case 'm':
      return i18n.translate('watchkeeper.queryBuilder.minutesLabel', { defaultMessage: 'minutes' });
    case 'h':
      return i18n.translate('watchkeeper.queryBuilder.hoursLabel', { defaultMessage: 'hours' });
    case 'd':
      return i18n.translate('watchkeeper.queryBuilder.daysLabel', { defaultMessage: 'days' });
  }
};

const lookBackOptions = (): Array<{ value: LookBack['kind']; text: string }> => [
  {
    value: 'since_last_run',
    text: i18n.translate('watchkeeper.queryBuilder.sinceLastRunLabel', {
      defaultMessage: 'Since the last run',
    }),
  },
  {
    value: 'span',
    text: i18n.translate('watchkeeper.queryBuilder.spanLabel', { defaultMessage: 'The last' }),
  },
];

const FIRST_SPAN: LookBack = { kind: 'span', amount: 1, unit: 'h' };

const Span: React.FC<{
  span: Extract<LookBack, { kind: 'span' }>;
  onChange: (lookBack: LookBack) => void;
}> = ({ span, onChange }) => (
  <>
    <EuiFlexItem grow={false} style={{ width: 64 }}>
      <CountInput
        value={span.amount}
        min={1}
        max={999_999}
        onChange={(amount) => onChange({ ...span, amount })}
        aria-label={i18n.translate('watchkeeper.queryBuilder.amountAriaLabel', {
          defaultMessage: 'How far back',
        })}
        mark="lookBackAmount"
      />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 90 }}>
      <EuiCompressedSelect
        fullWidth
        options={UNITS.map((value) => ({ value, text: unitText(value) }))}
        value={span.unit}
        onChange={({ target }) => {
          const unit = UNITS.find((one) => one === target.value);
          if (unit) onChange({ ...span, unit });
        }}
        aria-label={i18n.translate('watchkeeper.queryBuilder.unitAriaLabel', {
          defaultMessage: 'Unit of time',
        })}
        data-test-subj="lookBackUnit"
      />
    </EuiFlexItem>
  </>
);

const LookBackField: React.FC<{ builder: Builder }> = ({ builder }) => {
  const { lookBack } = builder.model.query;
  const change = (next: LookBack): void => builder.set({ lookBack: next });
  return (
    <EuiCompressedFormRow
      fullWidth
      label={i18n.translate('watchkeeper.queryBuilder.lookBackLabel', {
        defaultMessage: 'Looks at',
      })}
    >
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem style={{ minWidth: 100 }}>
          <EuiCompressedSelect
            fullWidth
            options={lookBackOptions()}
            value={lookBack.kind}
            onChange={({ target }) =>
              change(target.value === 'span' ? FIRST_SPAN : { kind: 'since_last_run' })
            }
            aria-label={i18n.translate('watchkeeper.queryBuilder.lookBackAriaLabel', {
              defaultMessage: 'What period it looks at',
            })}
            data-test-subj="lookBackKind"
          />
        </EuiFlexItem>
        {lookBack.kind === 'span' && <Span span={lookBack} onChange={change} />}
      </EuiFlexGroup>
    </EuiCompressedFormRow>
  );
};

/** Which documents a run looks at: by which field, and how far back. */
export const WindowFields: React.FC<Props> = ({ builder, known }) => (
  <EuiFlexGroup gutterSize="m" responsive={false} wrap>
    <EuiFlexItem style={{ flexBasis: 150 }}>
      <TimeField builder={builder} known={known} />
    </EuiFlexItem>
    <EuiFlexItem style={{ flexBasis: 270 }}>
      <LookBackField builder={builder} />
    </EuiFlexItem>
  </EuiFlexGroup>
);
