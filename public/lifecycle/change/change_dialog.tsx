import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCheckbox,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { isConfirmed } from '../../../common/lifecycle/apply/preview';
import { changeGroups, staged } from '../../../common/lifecycle/change/change_plan';
import type { ChangeGroup, Stage } from '../../../common/lifecycle/change/change_plan';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { usePolicies } from '../policy_queries';
import { ChangeConfirm } from './change_confirm';
import { PolicyField, StageField, StateField } from './change_fields';
import { outcomeText } from './change_words';
import { StagesOutcome } from './stages_outcome';
import { useApplied } from './use_applied';
import { useDeleted } from './use_deleted';
import { changeable, useStagedChange } from './use_staged_change';

const MOST_NAMED = 3;

const GroupLine: React.FC<{ group: ChangeGroup }> = ({ group: { key, outcome, indices } }) => {
  const names = indices.slice(0, MOST_NAMED).map(({ index }) => index);
  const more = indices.length - names.length;
  return (
    <li data-test-subj={`changeGroup-${key.replace(' ', '-')}`}>
      <strong>{indices.length}</strong>: {outcomeText(outcome)}
      <br />
      <small className="eui-textBreakWord">
        {names.join(', ')}
        {more > 0 &&
          ` ${i18n.translate('watchkeeper.lifecycle.acts.moreText', {
            defaultMessage: 'and {count, number} more',
            values: { count: more },
          })}`}
      </small>
    </li>
  );
};

/** The policy that most of them have, if it has been saved since: that is what is to reach them. */
const outdatedPolicy = (indices: readonly ManagedIndex[]): string => {
  const ids = new Set(indices.filter(({ outdated }) => outdated).map(({ policy_id: id }) => id));
  const [only] = ids;
  return ids.size === 1 ? only : '';
};

/** Gives indices another policy, or the newest version of theirs; says beforehand when it holds for each. */
export const ChangeDialog: React.FC<{
  indices: readonly ManagedIndex[];
  /** Chosen to begin with. */
  policyId?: string;
  onClose: () => void;
  onDone: () => void;
}> = ({ indices, policyId, onClose, onDone }) => {
  const policies = usePolicies(true).data?.items;
  const [id, setId] = useState(policyId ?? outdatedPolicy(indices));
  const [state, setState] = useState('');
  const [stage, setStage] = useState<Stage>({ kind: 'all' });
  const [retries, setRetries] = useState(true);
  const [typed, setTyped] = useState('');
  const change = useStagedChange();
  const { applied, isLoading } = useApplied(indices, policies ?? []);
  const record = policies?.find((each) => each.id === id);
  const next = useMemo(() => record && readPolicy(record.body), [record]);
  const groups = next ? changeGroups(indices, applied, next, state === '' ? undefined : state) : [];
  const hasStopped = groups.some(({ key }) => key === 'stuck failed');
  const names = changeable(groups, retries);
  const { now } = staged(names, stage);
  const { deleted, isLoading: isReading } = useDeleted(
    indices,
    next,
    state === '' ? undefined : state
  );
  const deletedNow = isReading ? [] : now.filter((name) => deleted.has(name));
  const leave = () => {
    onClose();
    if (change.answer) onDone();
  };
  const title = i18n.translate('watchkeeper.lifecycle.change.title', {
    defaultMessage: 'Change the policy of {count, plural, one {# index} other {# indices}}',
    values: { count: indices.length },
  });
  const form = (
    <>
      <PolicyField policies={policies ?? []} id={id} onChange={setId} />
      <StateField policy={next} state={state} onChange={setState} />
      {indices.length > 1 && <StageField stage={stage} onChange={setStage} />}
      <EuiSpacer size="m" />
      {groups.length > 0 && !isLoading && (
        <EuiText size="s" aria-live="polite" data-test-subj="changeGroups">
          <ul>
            {groups.map((group) => (
              <GroupLine key={group.key} group={group} />
            ))}
          </ul>
        </EuiText>
      )}
      {hasStopped && (
        <>
          <EuiSpacer size="s" />
          <EuiCheckbox
            id="changeRetries"
            label={i18n.translate('watchkeeper.lifecycle.change.retriesLabel', {
              defaultMessage: 'Change those that have stopped, too, and retry them afterwards',
            })}
            checked={retries}
            onChange={(event) => setRetries(event.target.checked)}
          />
        </>
      )}
      <ChangeConfirm deleted={deletedNow} typed={typed} onChange={setTyped} />
    </>
  );
  return (
    <EuiModal onClose={leave} aria-label={title} maxWidth={640} data-test-subj="changeDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {change.answer ? <StagesOutcome change={change} deleted={deleted} /> : form}
        {change.error && (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut
              size="s"
              color="danger"
              role="alert"
              title={i18n.translate('watchkeeper.lifecycle.acts.failedTitle', {
                defaultMessage: 'It was not done',
              })}
              data-test-subj="actError"
            >
              <p className="eui-textBreakWord">{change.error.message}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={leave} data-test-subj="changeClose">
          {change.answer
            ? i18n.translate('watchkeeper.lifecycle.acts.closeLabel', { defaultMessage: 'Close' })
            : i18n.translate('watchkeeper.lifecycle.acts.cancelLabel', {
                defaultMessage: 'Cancel',
              })}
        </EuiSmallButtonEmpty>
        {!change.answer && (
          <EuiSmallButton
            fill
            color={deletedNow.length > 0 ? 'danger' : 'primary'}
            isDisabled={
              now.length === 0 || isLoading || isReading || !isConfirmed(deletedNow, typed)
            }
            isLoading={change.isLoading}
            onClick={() =>
              change.run(
                groups,
                stage,
                { ...{ policy_id: id, retries }, ...(state === '' ? {} : { state }) },
                deletedNow.length > 0 ? typed : undefined
              )
            }
            data-test-subj="changeConfirm"
          >
            {i18n.translate('watchkeeper.lifecycle.change.confirmLabel', {
              defaultMessage: 'Change {count, plural, =0 {none} one {# index} other {# indices}}',
              values: { count: now.length },
            })}
          </EuiSmallButton>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
};
