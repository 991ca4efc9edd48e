import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSmallButton,
  EuiSpacer,
} from '@elastic/eui';
import type { ManagedActAnswer } from '../../../common/lifecycle/api';
import { deletedNames, isConfirmed } from '../../../common/lifecycle/apply/preview';
import type { EffectGroup } from '../../../common/lifecycle/apply/preview';
import { useMay } from '../../shared/plugin_status';
import { useManagedAct } from '../acts/act_queries';
import { RepairDialog } from '../repair/repair_dialog';
import { ApplyConfirm } from './apply_confirm';
import { ChangeInstead } from './change_instead';
import { EffectGroupItem } from './effect_group_item';
import { isMeant } from './effect_words';

const isRepairable = ({ effect }: EffectGroup): boolean =>
  effect.kind === 'fails' && effect.rollover !== undefined;

const isOthers = ({ effect }: EffectGroup): boolean =>
  effect.kind === 'not_applied' && effect.why === 'other_policy';

/** The groups with ticks, what has to be typed, and the button that does it. */
export const ApplyGroups: React.FC<{
  policyId: string;
  groups: readonly EffectGroup[];
  onApplied: (answer: ManagedActAnswer) => void;
}> = ({ policyId, groups, onApplied }) => {
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const [repairing, setRepairing] = useState<string>();
  const apply = useManagedAct();
  const mayWrite = useMay('write');
  const isTicked = ({ key, effect }: EffectGroup): boolean => ticked.get(key) ?? isMeant(effect);
  const wanted = groups.filter((group) => group.effect.kind !== 'not_applied' && isTicked(group));
  const names = wanted.flatMap(({ indices }) => indices.map(({ facts }) => facts.name));
  const deleted = deletedNames(wanted);
  const send = () =>
    apply.mutate(
      {
        ...{ act: 'apply', indices: names, policy_id: policyId },
        ...(deleted.length > 0 ? { confirm: typed } : {}),
      },
      { onSuccess: onApplied }
    );
  return (
    <>
      {groups.map((group) => (
        <React.Fragment key={group.key}>
          <EffectGroupItem
            group={group}
            checked={isTicked(group)}
            action={
              isOthers(group) && mayWrite ? (
                <ChangeInstead
                  names={group.indices.map(({ facts }) => facts.name)}
                  policyId={policyId}
                />
              ) : undefined
            }
            repairOf={
              isRepairable(group) && mayWrite
                ? ({ facts }) => (
                    <EuiLink onClick={() => setRepairing(facts.name)} data-test-subj="effectRepair">
                      {i18n.translate('watchkeeper.lifecycle.acts.repairLabel', {
                        defaultMessage: 'Repair',
                      })}
                    </EuiLink>
                  )
                : undefined
            }
            onChange={(checked) => setTicked(new Map([...ticked, [group.key, checked]]))}
          />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <ApplyConfirm groups={wanted} typed={typed} onChange={setTyped} />
      {apply.error && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('watchkeeper.lifecycle.apply.failedTitle', {
              defaultMessage: 'The policy was not applied',
            })}
            data-test-subj="applyError"
          >
            <p className="eui-textBreakWord">{apply.error.message}</p>
          </EuiCallOut>
        </>
      )}
      <EuiSpacer size="m" />
      <EuiFlexGroup responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            fill
            color={deleted.length > 0 ? 'danger' : 'primary'}
            isDisabled={names.length === 0 || !isConfirmed(deleted, typed) || !mayWrite}
            isLoading={apply.isLoading}
            onClick={send}
            data-test-subj="applyConfirm"
          >
            {i18n.translate('watchkeeper.lifecycle.apply.applyLabel', {
              defaultMessage:
                'Apply to {count, plural, =0 {no index} one {# index} other {# indices}}',
              values: { count: names.length },
            })}
          </EuiSmallButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      {repairing !== undefined && (
        <RepairDialog
          index={repairing}
          onClose={() => setRepairing(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};
