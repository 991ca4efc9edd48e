import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCheckbox,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import { isConfirmed } from '../../../common/lifecycle/apply/preview';
import { commonStates, retryGroups } from '../../../common/lifecycle/acts/retry_groups';
import type { RetryGroup } from '../../../common/lifecycle/acts/retry_groups';
import type { FailureClass, ManagedIndex } from '../../../common/lifecycle/managed_index';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { usePolicies } from '../policy_queries';
import { ActDialog } from './act_dialog';
import { beforeRetry, failureText } from './failure_words';
import { RetryConfirm } from './retry_confirm';
import { useDeletedByRetry } from './use_deleted_by_retry';

const namesOf = ({ indices }: RetryGroup): string => {
  const [first, ...more] = indices.map(({ index }) => index);
  return more.length === 0
    ? first
    : i18n.translate('watchkeeper.lifecycle.retry.namesText', {
        defaultMessage: '{first} and {count, number} more',
        values: { first, count: more.length },
      });
};

const GroupChoice: React.FC<{
  group: RetryGroup;
  checked: boolean;
  onChange: (checked: boolean) => void;
}> = ({ group, checked, onChange }) => {
  const { failure, indices } = group;
  const hint = beforeRetry(failure);
  return (
    <div data-test-subj={`retryGroup-${failure}`}>
      <EuiCheckbox
        id={`retryGroup-${failure}`}
        label={<strong>{failureText(failure, indices.length)}</strong>}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <EuiText size="xs" className="eui-textBreakWord" style={{ paddingLeft: 24 }}>
        <p>
          {namesOf(group)}
          {indices[0].message !== undefined && (
            <>
              <br />
              {indices[0].message}
            </>
          )}
          {hint !== undefined && (
            <>
              <br />
              <em>{hint}</em>
            </>
          )}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
    </div>
  );
};

const StateChoice: React.FC<{
  states: readonly string[];
  state: string;
  onChange: (state: string) => void;
}> = ({ states, state, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.lifecycle.retry.fromLabel', {
      defaultMessage: 'Begin with',
    })}
    helpText={i18n.translate('watchkeeper.lifecycle.retry.fromHelp', {
      defaultMessage: 'The states are those that the policies of all chosen indices have.',
    })}
  >
    <EuiCompressedSelect
      fullWidth
      value={state}
      options={[
        {
          value: '',
          text: i18n.translate('watchkeeper.lifecycle.retry.fromActionLabel', {
            defaultMessage: 'The action that failed',
          }),
        },
        ...states.map((name) => ({
          value: name,
          text: i18n.translate('watchkeeper.lifecycle.retry.fromStateLabel', {
            defaultMessage: 'The state “{name}”, from its first action',
            values: { name },
          }),
        })),
      ]}
      onChange={(event) => onChange(event.target.value)}
      data-test-subj="retryState"
    />
  </EuiCompressedFormRow>
);

const NONE: readonly PolicyRecord[] = [];

/** Retries the indices that have stopped, by what has failed. */
export const RetryDialog: React.FC<{
  indices: readonly ManagedIndex[];
  onClose: () => void;
  onDone: () => void;
}> = ({ indices, onClose, onDone }) => {
  const groups = useMemo(() => retryGroups(indices), [indices]);
  const [left, setLeft] = useState<ReadonlySet<FailureClass>>(new Set());
  const [wanted, setWanted] = useState('');
  const [typed, setTyped] = useState('');
  const policiesAsked = usePolicies(true);
  const listed = policiesAsked.data?.items;
  const chosen = useMemo(
    () => groups.filter(({ failure }) => !left.has(failure)).flatMap((group) => group.indices),
    [groups, left]
  );
  const policies = useMemo(
    () => new Map((listed ?? []).map(({ id, body }) => [id, readPolicy(body)])),
    [listed]
  );
  const states = commonStates(chosen, policies);
  const state = states.includes(wanted) ? wanted : '';
  const { deleted, isLoading } = useDeletedByRetry(
    chosen,
    state === '' ? undefined : state,
    policiesAsked.isLoading ? undefined : (listed ?? NONE)
  );
  const others = indices.length - groups.flatMap((group) => group.indices).length;
  const toggle = (failure: FailureClass, checked: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      if (checked) next.delete(failure);
      else next.add(failure);
      return next;
    });
  return (
    <ActDialog
      title={i18n.translate('watchkeeper.lifecycle.retry.title', {
        defaultMessage: 'Retry {count, plural, one {# index} other {# indices}}',
        values: { count: chosen.length },
      })}
      confirmLabel={i18n.translate('watchkeeper.lifecycle.retry.confirmLabel', {
        defaultMessage: 'Retry',
      })}
      act={
        chosen.length === 0 || isLoading || !isConfirmed(deleted, typed)
          ? undefined
          : {
              ...{ act: 'retry', indices: chosen.map(({ index }) => index) },
              ...(state === '' ? {} : { state }),
              ...(deleted.length === 0 ? {} : { confirm: typed }),
            }
      }
      danger={deleted.length > 0}
      {...{ onClose, onDone }}
    >
      {groups.map((group) => (
        <GroupChoice
          key={group.failure}
          group={group}
          checked={!left.has(group.failure)}
          onChange={(checked) => toggle(group.failure, checked)}
        />
      ))}
      {others > 0 && (
        <EuiText size="xs" data-test-subj="retryOthers">
          <p>
            {i18n.translate('watchkeeper.lifecycle.retry.othersText', {
              defaultMessage:
                '{count, plural, one {# chosen index has} other {# chosen indices have}} not stopped, and {count, plural, one {goes} other {go}} on without it.',
              values: { count: others },
            })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <StateChoice {...{ states, state }} onChange={setWanted} />
      <RetryConfirm {...{ deleted, typed }} onChange={setTyped} />
    </ActDialog>
  );
};
