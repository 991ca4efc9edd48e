import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedRadioGroup,
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
import { suggestedAlias } from '../../../common/lifecycle/repair/plan_repair';
import { repairSchema } from '../../../common/lifecycle/repair/repair_api';
import type { Repair } from '../../../common/lifecycle/repair/repair_api';
import { useDebounced } from '../../shared/debounced';
import { LoadingState } from '../../shared/states';
import { RetryConfirm } from '../acts/retry_confirm';
import { useSurroundings } from '../policy_queries';
import { useRepair, useRepairPlan } from './repair_queries';
import { PlannedSteps, StepOutcomes } from './repair_steps';

const PAUSE = 400;

type Kind = Repair['kind'];

const kindLabel = (kind: Kind): string => {
  switch (kind) {
    case 'alias':
      return i18n.translate('watchkeeper.lifecycle.repair.aliasLabel', {
        defaultMessage: 'Give it a rollover alias',
      });
    case 'write_index':
      return i18n.translate('watchkeeper.lifecycle.repair.writeIndexLabel', {
        defaultMessage: 'Make it the write index of its rollover alias',
      });
    case 'skip':
      return i18n.translate('watchkeeper.lifecycle.repair.skipLabel', {
        defaultMessage: 'Skip the rollover, and go on with what comes after it',
      });
  }
};

const KINDS: readonly Kind[] = ['alias', 'write_index', 'skip'];

const AliasField: React.FC<{ alias: string; onChange: (alias: string) => void }> = ({
  alias,
  onChange,
}) => {
  const { error } = repairSchema.safeParse({ kind: 'alias', alias });
  return (
    <EuiCompressedFormRow
      fullWidth
      label={i18n.translate('watchkeeper.lifecycle.repair.aliasFieldLabel', {
        defaultMessage: 'Alias that documents are written to',
      })}
      helpText={i18n.translate('watchkeeper.lifecycle.repair.aliasFieldHelp', {
        defaultMessage: 'It is made if there is none of that name.',
      })}
      isInvalid={error !== undefined}
      error={error?.issues.map(({ message }) => message)}
    >
      <EuiCompressedFieldText
        fullWidth
        value={alias}
        isInvalid={error !== undefined}
        onChange={(event) => onChange(event.target.value.trim())}
        data-test-subj="repairAlias"
      />
    </EuiCompressedFormRow>
  );
};

const Failure: React.FC<{ message: string }> = ({ message }) => (
  <EuiCallOut
    size="s"
    color="danger"
    iconType="alert"
    role="alert"
    title={i18n.translate('watchkeeper.lifecycle.acts.failedTitle', {
      defaultMessage: 'It was not done',
    })}
    data-test-subj="repairError"
  >
    <p className="eui-textBreakWord">{message}</p>
  </EuiCallOut>
);

/** Mends what keeps an index from being rolled over: says each step beforehand, does it, and tells what came of each. */
export const RepairDialog: React.FC<{
  index: string;
  startsWith?: Kind;
  onClose: () => void;
  onDone: () => void;
}> = ({ index, startsWith = 'alias', onClose, onDone }) => {
  const [kind, setKind] = useState<Kind>(startsWith);
  const [typed, setTyped] = useState<string>();
  const [confirmed, setConfirmed] = useState('');
  const facts = useSurroundings(undefined, [index]);
  const found = facts.data?.indices?.find((each) => each.facts.name === index)?.facts;
  const alias = typed ?? (found ? suggestedAlias(found) : '');
  const repair: Repair = kind === 'alias' ? { kind, alias } : { kind };
  const asked = useDebounced(JSON.stringify(repair), PAUSE);
  const plan = useRepairPlan(index, JSON.parse(asked) as Repair);
  const work = useRepair(index);
  const outcomes = work.data?.outcomes;
  const isCurrent = asked === JSON.stringify(repair) && !plan.isFetching;
  const deleted = isCurrent && plan.data?.deletes ? [index] : [];
  const isPlanned = isCurrent && plan.data !== undefined && 'steps' in plan.data.plan;
  const canDo = isPlanned && isConfirmed(deleted, confirmed);
  const leave = () => {
    onClose();
    if (outcomes) onDone();
  };
  const title = i18n.translate('watchkeeper.lifecycle.repair.title', {
    defaultMessage: 'Repair the rollover of {index}',
    values: { index },
  });
  const form = (
    <>
      <EuiCompressedRadioGroup
        name="repairKind"
        options={KINDS.map((id) => ({ id, label: kindLabel(id) }))}
        idSelected={kind}
        onChange={(id) => setKind(KINDS.find((each) => each === id) ?? 'alias')}
        data-test-subj="repairKind"
      />
      <EuiSpacer size="m" />
      {kind === 'alias' && (found || facts.isError) && (
        <AliasField alias={alias} onChange={setTyped} />
      )}
      <EuiSpacer size="m" />
      <div aria-live="polite" style={{ minHeight: 120 }}>
        {plan.isFetching && <LoadingState />}
        {!plan.isFetching && plan.error && <Failure message={plan.error.message} />}
        {isCurrent && plan.data && <PlannedSteps index={index} plan={plan.data.plan} />}
      </div>
      <RetryConfirm deleted={deleted} typed={confirmed} onChange={setConfirmed} />
      {work.error && <Failure message={work.error.message} />}
    </>
  );
  return (
    <EuiModal onClose={leave} aria-label={title} maxWidth={640} data-test-subj="repairDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 className="eui-textBreakWord">{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {outcomes ? <StepOutcomes index={index} outcomes={outcomes} /> : form}
        {outcomes?.every(({ outcome }) => outcome === 'done') && (
          <EuiText size="s">
            <EuiSpacer size="m" />
            <p>
              {i18n.translate('watchkeeper.lifecycle.repair.nextText', {
                defaultMessage:
                  'The engine looks at the index again within a few minutes; then its page says how it fared.',
              })}
            </p>
          </EuiText>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={leave} data-test-subj="repairClose">
          {outcomes
            ? i18n.translate('watchkeeper.lifecycle.acts.closeLabel', { defaultMessage: 'Close' })
            : i18n.translate('watchkeeper.lifecycle.acts.cancelLabel', {
                defaultMessage: 'Cancel',
              })}
        </EuiSmallButtonEmpty>
        {!outcomes && (
          <EuiSmallButton
            fill
            isDisabled={!canDo}
            isLoading={work.isLoading}
            onClick={() =>
              work.mutate({ repair, ...(deleted.length > 0 ? { confirm: confirmed } : {}) })
            }
            data-test-subj="repairConfirm"
          >
            {i18n.translate('watchkeeper.lifecycle.repair.confirmLabel', {
              defaultMessage: 'Repair',
            })}
          </EuiSmallButton>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
};
