import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow } from '@elastic/eui';
import { isDate, isText } from '../../../../common/indices/fields';
import { printQuery } from '../../../../common/monitors/query_builder/print_query';
import { useConfirm } from '../../../shared/confirm';
import type { Question } from '../../../shared/confirm';
import { useEditor } from '../editor_model';
import { queryOf } from './builder_model';
import { FieldsPicker } from './field_picker';
import { turned } from './turn_type';
import type { Builder } from './use_builder';
import type { IndexFields } from './use_index_fields';

const begunAnew = (): string =>
  i18n.translate('watchkeeper.queryBuilder.begunAnewText', {
    defaultMessage: 'The conditions of these triggers cannot come along, and begin anew:',
  });

const groupQuestion = (anew: string[]): Question => ({
  title: i18n.translate('watchkeeper.queryBuilder.groupTitle', {
    defaultMessage: 'Watch each group apart?',
  }),
  text: `${i18n.translate('watchkeeper.queryBuilder.groupText', {
    defaultMessage:
      'The monitor becomes a bucket-level one: its triggers judge each group, and each group has an alert of its own.',
  })} ${anew.length > 0 ? begunAnew() : ''}`.trim(),
  items: anew,
  confirmLabel: i18n.translate('watchkeeper.queryBuilder.groupButtonLabel', {
    defaultMessage: 'Watch groups',
  }),
});

const ungroupQuestion = (anew: string[]): Question => ({
  title: i18n.translate('watchkeeper.queryBuilder.ungroupTitle', {
    defaultMessage: 'Watch all documents together?',
  }),
  text: `${i18n.translate('watchkeeper.queryBuilder.ungroupText', {
    defaultMessage:
      'Without groups the monitor becomes a query-level one: its triggers judge the answer as a whole.',
  })} ${anew.length > 0 ? begunAnew() : ''}`.trim(),
  items: anew,
  confirmLabel: i18n.translate('watchkeeper.queryBuilder.ungroupButtonLabel', {
    defaultMessage: 'Watch all together',
  }),
});

/** Changes the fields of the groups. Where that changes the type of the monitor, it asks first. */
const useGroupBy = (builder: Builder): ((groupBy: string[]) => Promise<void>) => {
  const { draft, update } = useEditor();
  const confirm = useConfirm();
  const { model } = builder;
  return async (groupBy) => {
    const isGrouped = draft.monitor_type === 'bucket_level_monitor';
    if (groupBy.length > 0 === isGrouped) {
      builder.set({ groupBy });
      return;
    }
    const query = printQuery({ ...queryOf(model), groupBy });
    const { anew } = turned(draft, query);
    const isMeant = await confirm(isGrouped ? ungroupQuestion(anew) : groupQuestion(anew));
    if (isMeant) update((current) => turned(current, query).monitor);
  };
};

const helpText = (isFixed: boolean, isGrouped: boolean): string => {
  if (!isFixed) {
    return i18n.translate('watchkeeper.queryBuilder.groupByHelpText', {
      defaultMessage: 'Each value, or each combination of values, is watched apart.',
    });
  }
  return isGrouped
    ? i18n.translate('watchkeeper.queryBuilder.groupedHelpText', {
        defaultMessage: 'The type of a saved monitor stays: at least one field remains.',
      })
    : i18n.translate('watchkeeper.queryBuilder.notGroupedHelpText', {
        defaultMessage: 'The type of a saved monitor stays. Clone it to watch groups.',
      });
};

/** Fields whose values are watched apart. */
export const GroupByField: React.FC<{ builder: Builder; known: IndexFields }> = ({
  builder,
  known,
}) => {
  const { draft, monitorId } = useEditor();
  const change = useGroupBy(builder);
  const { groupBy } = builder.model.query;
  const fields = useMemo(
    () => known.fields.filter((field) => field.aggregatable && !isText(field) && !isDate(field)),
    [known.fields]
  );
  const isGrouped = draft.monitor_type === 'bucket_level_monitor';
  const isFixed = monitorId !== '';
  const label = i18n.translate('watchkeeper.queryBuilder.groupByLabel', {
    defaultMessage: 'Group by',
  });
  return (
    <EuiCompressedFormRow fullWidth label={label} helpText={helpText(isFixed, isGrouped)}>
      <FieldsPicker
        fields={fields}
        isLoading={known.isLoading}
        isDisabled={isFixed && !isGrouped}
        names={groupBy}
        onChange={(names) => {
          if (!(isFixed && names.length === 0)) void change(names);
        }}
        placeholder={i18n.translate('watchkeeper.queryBuilder.noGroupsPlaceholder', {
          defaultMessage: 'No groups',
        })}
        aria-label={label}
        mark="groupByPicker"
      />
    </EuiCompressedFormRow>
  );
};
