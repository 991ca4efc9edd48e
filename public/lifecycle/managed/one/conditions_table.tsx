import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable } from '@elastic/eui';
import { conditionKind } from '../../../../common/lifecycle/conditions/condition_kinds';
import { actionKind } from '../../../../common/lifecycle/actions/registry';
import type { ConditionCheck } from '../../../../common/lifecycle/decide/check_conditions';
import type { Waiting } from '../../../../common/lifecycle/explain/explain_index';
import { amountOf } from '../../../../common/lifecycle/explain/progress';
import { say } from '../../../shared/say';
import { Timestamp } from '../../../shared/time';
import { actionLabel } from '../../states/words';
import { useSaid } from '../../../shared/said';

const conditionOf = ({ to, check }: Waiting): ConditionCheck | undefined => {
  if (to === undefined) return check as ConditionCheck;
  return 'condition' in check ? check.condition : undefined;
};

const nameOf = (waiting: Waiting): string => {
  const condition = conditionOf(waiting);
  if (waiting.check.outcome === 'failed') return waiting.check.reason;
  if (!condition || condition.name === '') {
    return i18n.translate('watchkeeper.lifecycle.managed.noConditionText', {
      defaultMessage: 'No condition',
    });
  }
  const { name } = condition;
  const params = actionKind('rollover')?.params ?? [];
  const label =
    waiting.to === undefined
      ? params.find((param) => param.name === name)?.label
      : conditionKind(name)?.label;
  return label ? say(label) : name;
};

const isMet = (waiting: Waiting): boolean =>
  waiting.check.outcome === 'met' || conditionOf(waiting)?.met === true;

const MetBadge: React.FC<{ waiting: Waiting }> = ({ waiting }) =>
  isMet(waiting) ? (
    <EuiBadge color="success">
      {i18n.translate('watchkeeper.lifecycle.managed.metLabel', { defaultMessage: 'Met' })}
    </EuiBadge>
  ) : (
    <EuiBadge color={waiting.check.outcome === 'failed' ? 'danger' : 'hollow'}>
      {waiting.check.outcome === 'failed'
        ? i18n.translate('watchkeeper.lifecycle.managed.failsLabel', { defaultMessage: 'Fails' })
        : i18n.translate('watchkeeper.lifecycle.managed.notMetLabel', {
            defaultMessage: 'Not met yet',
          })}
    </EuiBadge>
  );

const Amount: React.FC<{ name: string; value: number | undefined }> = ({ name, value }) => {
  const { amount } = useSaid();
  return (
    <span>
      {value === undefined || !Number.isFinite(value) ? '–' : amount(amountOf(name, value))}
    </span>
  );
};

/** What it waits for: for each condition what is needed, what there is, and when it is met by time alone. */
export const ConditionsTable: React.FC<{ conditions: readonly Waiting[] }> = ({ conditions }) => (
  <EuiBasicTable<Waiting>
    items={[...conditions]}
    compressed
    tableCaption={i18n.translate('watchkeeper.lifecycle.managed.conditionsCaption', {
      defaultMessage: 'Conditions with what is needed and what there is',
    })}
    columns={[
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.leadsToColumn', {
          defaultMessage: 'Leads to',
        }),
        render: ({ to }: Waiting) => <span>{to ?? actionLabel('rollover')}</span>,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.conditionColumn', {
          defaultMessage: 'Condition',
        }),
        render: (waiting: Waiting) => <span>{nameOf(waiting)}</span>,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.currentColumn', {
          defaultMessage: 'Now',
        }),
        render: (waiting: Waiting) => {
          const condition = conditionOf(waiting);
          return <Amount name={condition?.name ?? ''} value={condition?.current} />;
        },
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.neededColumn', {
          defaultMessage: 'Needed',
        }),
        render: (waiting: Waiting) => {
          const condition = conditionOf(waiting);
          return <Amount name={condition?.name ?? ''} value={condition?.required} />;
        },
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.metColumn', {
          defaultMessage: 'Met',
        }),
        render: (waiting: Waiting) => <MetBadge waiting={waiting} />,
      },
      {
        name: i18n.translate('watchkeeper.lifecycle.managed.metAtColumn', {
          defaultMessage: 'Met at',
        }),
        render: (waiting: Waiting) => {
          const at = conditionOf(waiting)?.at;
          return <Timestamp value={at !== undefined && Number.isFinite(at) ? at : undefined} />;
        },
      },
    ]}
    data-test-subj="conditionsTable"
  />
);
