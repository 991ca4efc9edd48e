import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedCheckboxGroup, EuiCompressedSelect, EuiSpacer } from '@elastic/eui';
import { ALERT_CATEGORIES, scopeOf } from '../../../../common/monitors/action';
import type { AlertCategory } from '../../../../common/monitors/action';
import type { Action } from '../../../../common/monitors/monitor';
import { categoryLabel } from '../../action_words';
import { Field } from '../field';

type Kind = ReturnType<typeof scopeOf>['kind'];

const KINDS: readonly Kind[] = ['per_alert', 'per_execution'];

const kindLabel = (kind: Kind): string =>
  kind === 'per_alert'
    ? i18n.translate('watchkeeper.editor.perAlertLabel', {
        defaultMessage: 'One message for each alert',
      })
    : i18n.translate('watchkeeper.editor.perExecutionLabel', {
        defaultMessage: 'One message a run, for all alerts',
      });

/** What other categories make of an action. Without ended alerts it has nothing to say of them. */
export const withCategories = (categories: readonly AlertCategory[]): Partial<Action> => ({
  action_execution_policy: {
    action_execution_scope: { per_alert: { actionable_alerts: [...categories] } },
  },
  ...(categories.includes('COMPLETED')
    ? {}
    : { recovery_subject_template: undefined, recovery_message_template: undefined }),
});

const withKind = (kind: Kind): Partial<Action> => ({
  action_execution_policy:
    kind === 'per_execution' ? { action_execution_scope: { per_execution: {} } } : undefined,
});

interface ScopeProps {
  action: Action;
  /** Where the action is in the monitor. */
  path: string;
  onChange: (changes: Partial<Action>) => void;
}

const Categories: React.FC<ScopeProps> = ({ action, path, onChange }) => {
  const scope = scopeOf(action);
  if (scope.kind !== 'per_alert') return null;
  const { categories } = scope;
  const idOf = (category: AlertCategory) => `${path}-${category}`;
  return (
    <EuiCompressedCheckboxGroup
      options={ALERT_CATEGORIES.map((category) => ({
        id: idOf(category),
        label: categoryLabel(category),
        'data-test-subj': `category-${category}`,
      }))}
      idToSelectedMap={Object.fromEntries(categories.map((category) => [idOf(category), true]))}
      onChange={(id) => {
        const next = ALERT_CATEGORIES.filter((category) =>
          idOf(category) === id ? !categories.includes(category) : categories.includes(category)
        );
        onChange(withCategories(next));
      }}
    />
  );
};

/** For what an action sends: for each alert of some kinds, or once a run. */
export const ScopeField: React.FC<ScopeProps> = (props) => {
  const { action, path, onChange } = props;
  const { kind } = scopeOf(action);
  return (
    <Field
      field={`${path}.action_execution_policy`}
      label={i18n.translate('watchkeeper.editor.scopeLabel', { defaultMessage: 'Sends' })}
      helpText={
        kind === 'per_execution'
          ? i18n.translate('watchkeeper.editor.perExecutionHelpText', {
              defaultMessage: 'The message lists the alerts of the run: {lists}',
              values: { lists: 'ctx.newAlerts, ctx.dedupedAlerts, ctx.completedAlerts' },
            })
          : undefined
      }
    >
      {() => (
        <div>
          <EuiCompressedSelect
            fullWidth
            options={KINDS.map((value) => ({ value, text: kindLabel(value) }))}
            value={kind}
            onChange={({ target }) => {
              const chosen = KINDS.find((value) => value === target.value);
              if (chosen) onChange(withKind(chosen));
            }}
            aria-label={i18n.translate('watchkeeper.editor.scopeAriaLabel', {
              defaultMessage: 'For what the action sends',
            })}
            data-test-subj="scopeSelect"
          />
          <EuiSpacer size="xs" />
          <Categories {...props} />
        </div>
      )}
    </Field>
  );
};
