import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { PPL_COMPARISONS } from '../../../../common/monitors/trigger';
import type { PplTrigger } from '../../../../common/monitors/trigger';
import { changeTrigger } from '../changes';
import { useEditor } from '../editor_model';
import { Field } from '../field';
import { NumberInput } from '../fields/number_input';
import { ChoiceField, LinesField } from '../fields/text_fields';

interface PplProps {
  trigger: PplTrigger;
  path: string;
}

type Comparison = (typeof PPL_COMPARISONS)[number];

const useChange = ({ trigger }: PplProps) => {
  const { update } = useEditor();
  return (changes: Partial<PplTrigger>) => update(changeTrigger(trigger.id, changes));
};

/** What a type does not ask for is not kept where nobody sees it. */
const asType = (type: PplTrigger['type'], trigger: PplTrigger): Partial<PplTrigger> =>
  type === 'custom'
    ? { type, num_results_condition: undefined, num_results_value: undefined }
    : {
        type,
        custom_condition: undefined,
        num_results_condition: trigger.num_results_condition ?? '>',
        num_results_value: trigger.num_results_value ?? 0,
      };

const TypeField: React.FC<PplProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  return (
    <ChoiceField<PplTrigger['type']>
      field={`${path}.type`}
      label={i18n.translate('watchkeeper.editor.pplTypeLabel', { defaultMessage: 'Triggers on' })}
      options={[
        {
          value: 'number_of_results',
          text: i18n.translate('watchkeeper.editor.pplNumberLabel', {
            defaultMessage: 'The number of rows',
          }),
        },
        {
          value: 'custom',
          text: i18n.translate('watchkeeper.editor.pplCustomLabel', {
            defaultMessage: 'Rows that a condition keeps',
          }),
        },
      ]}
      value={trigger.type}
      onChange={(type) => change(asType(type, trigger))}
      mark="pplTypeSelect"
    />
  );
};

const NumberFields: React.FC<PplProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  return (
    <>
      <EuiFlexItem>
        <ChoiceField<Comparison>
          field={`${path}.num_results_condition`}
          label={i18n.translate('watchkeeper.editor.pplComparisonLabel', {
            defaultMessage: 'Comparison',
          })}
          options={PPL_COMPARISONS.map((value) => ({ value, text: value }))}
          value={trigger.num_results_condition ?? '>'}
          onChange={(comparison) => change({ num_results_condition: comparison })}
          mark="pplComparisonSelect"
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <Field
          field={`${path}.num_results_value`}
          label={i18n.translate('watchkeeper.editor.pplValueLabel', { defaultMessage: 'Rows' })}
        >
          {(isInvalid) => (
            <NumberInput
              min={0}
              isInvalid={isInvalid}
              value={trigger.num_results_value ?? undefined}
              onChange={(value) => change({ num_results_value: value })}
              aria-label={i18n.translate('watchkeeper.editor.pplValueAriaLabel', {
                defaultMessage: 'Number of rows',
              })}
              mark="pplValueInput"
            />
          )}
        </Field>
      </EuiFlexItem>
    </>
  );
};

/** When a query in PPL raises an alert. */
export const PplConditionFields: React.FC<PplProps> = (props) => {
  const { trigger, path } = props;
  const change = useChange(props);
  return (
    <EuiFlexGroup gutterSize="m" responsive={false}>
      <EuiFlexItem>
        <TypeField {...props} />
      </EuiFlexItem>
      {trigger.type === 'number_of_results' ? (
        <NumberFields {...props} />
      ) : (
        <EuiFlexItem grow={2}>
          <LinesField
            field={`${path}.custom_condition`}
            label={i18n.translate('watchkeeper.editor.pplConditionLabel', {
              defaultMessage: 'Condition (PPL)',
            })}
            helpText={i18n.translate('watchkeeper.editor.pplConditionHelpText', {
              defaultMessage: 'Put behind the query. It triggers when rows remain.',
            })}
            placeholder="where latency > 1000"
            value={trigger.custom_condition ?? ''}
            onChange={(custom) => change({ custom_condition: custom })}
            mark="pplConditionInput"
          />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
