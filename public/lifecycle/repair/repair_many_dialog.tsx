import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBasicTable,
  EuiCallOut,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Verdict } from '../../../common/lifecycle/repair/decide_many';
import { LoadingState } from '../../shared/states';
import { leftOutText } from './many_words';
import { StepOutcomes } from './repair_steps';
import { stepText } from './repair_words';
import { isRepaired, useManyRepairs } from './use_many_repairs';
import type { OneOutcome } from './use_many_repairs';

interface Row {
  index: string;
  verdict: Verdict;
  outcome?: OneOutcome;
}

const What: React.FC<{ row: Row }> = ({ row: { index, verdict, outcome } }) => {
  if (verdict.kind !== 'repair') {
    return (
      <EuiText size="xs" color="subdued" data-test-subj={`leftOut-${verdict.kind}`}>
        <p className="eui-textBreakWord">
          <strong>
            {i18n.translate('watchkeeper.lifecycle.repairMany.leftOutLabel', {
              defaultMessage: 'Left out',
            })}
          </strong>
          {': '}
          {leftOutText(verdict, index)}
        </p>
      </EuiText>
    );
  }
  if (outcome?.outcomes) return <StepOutcomes index={index} outcomes={outcome.outcomes} />;
  return (
    <EuiText size="xs" data-test-subj={outcome ? 'manyFailed' : 'manySteps'}>
      {outcome && (
        <p className="eui-textBreakWord">
          <strong>
            {i18n.translate('watchkeeper.lifecycle.repairMany.notDoneLabel', {
              defaultMessage: 'Nothing was done',
            })}
          </strong>
          {outcome.error !== '' && `: ${outcome.error}`}
        </p>
      )}
      <ol>
        {verdict.steps.map((step, place) => (
          <li key={place}>{stepText(step, index)}</li>
        ))}
      </ol>
    </EuiText>
  );
};

const columns = (): Array<EuiBasicTableColumn<Row>> => [
  {
    name: i18n.translate('watchkeeper.lifecycle.repairMany.indexColumn', {
      defaultMessage: 'Index',
    }),
    width: '30%',
    render: ({ index }: Row) => <span className="eui-textBreakWord">{index}</span>,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.repairMany.stepsColumn', {
      defaultMessage: 'What is done, one after the other',
    }),
    render: (row: Row) => <What row={row} />,
  },
];

const doneSentence = (done: ReadonlyMap<string, OneOutcome>): string => {
  const repaired = [...done.values()].filter(isRepaired).length;
  return i18n.translate('watchkeeper.lifecycle.repairMany.doneText', {
    defaultMessage:
      '{repaired, plural, =0 {None is repaired} one {# index is repaired} other {# indices are repaired}}{failed, plural, =0 {.} one {; # is not, and stays selected.} other {; # are not, and stay selected.}}',
    values: { repaired, failed: done.size - repaired },
  });
};

const closeLabel = (isRunning: boolean, isBegun: boolean): string => {
  if (isRunning) {
    return i18n.translate('watchkeeper.lifecycle.repairMany.stopLabel', {
      defaultMessage: 'Stop after this one',
    });
  }
  return isBegun
    ? i18n.translate('watchkeeper.lifecycle.acts.closeLabel', { defaultMessage: 'Close' })
    : i18n.translate('watchkeeper.lifecycle.acts.cancelLabel', { defaultMessage: 'Cancel' });
};

const titleOf = (count: number): string =>
  i18n.translate('watchkeeper.lifecycle.repairMany.title', {
    defaultMessage: 'Repair {count, plural, one {# index} other {# indices}}',
    values: { count },
  });

/** Repairs many indices, each by what has failed; says beforehand what is done to which, and which are left out. */
export const RepairManyDialog: React.FC<{
  indices: readonly ManagedIndex[];
  onClose: () => void;
  /** The names of those that are not repaired. */
  onDone: (left: readonly string[]) => void;
}> = ({ indices, onClose, onDone }) => {
  const { verdicts, error, done, isRunning, run, stop } = useManyRepairs(indices);
  const wanted = [...(verdicts ?? [])].filter(([, { kind }]) => kind === 'repair');
  const isBegun = isRunning || done.size > 0;
  const rows = indices.flatMap(({ index }): Row[] => {
    const [verdict, outcome] = [verdicts?.get(index), done.get(index)];
    return verdict ? [{ index, verdict, ...(outcome ? { outcome } : {}) }] : [];
  });
  const leave = () => {
    stop();
    onClose();
    if (!isBegun) return;
    const isDone = (name: string): boolean => {
      const outcome = done.get(name);
      return outcome !== undefined && isRepaired(outcome);
    };
    onDone(indices.map(({ index }) => index).filter((name) => !isDone(name)));
  };
  const title = titleOf(verdicts ? wanted.length : indices.length);
  return (
    <EuiModal onClose={leave} aria-label={title} maxWidth={820} data-test-subj="repairManyDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {error !== undefined && (
          <EuiCallOut size="s" color="danger" iconType="alert" role="alert" title={error} />
        )}
        {!verdicts && error === undefined && <LoadingState />}
        {isBegun && (
          <div role="status" data-test-subj="repairManyDone">
            {isRunning ? (
              <EuiProgress
                size="s"
                value={done.size}
                max={wanted.length}
                aria-label={title}
                data-test-subj="repairManyProgress"
              />
            ) : (
              <EuiText size="s">
                <p>{doneSentence(done)}</p>
              </EuiText>
            )}
            <EuiSpacer size="s" />
          </div>
        )}
        {verdicts && (
          <EuiBasicTable
            items={rows}
            itemId="index"
            columns={columns()}
            tableCaption={title}
            data-test-subj="repairManyTable"
          />
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={isRunning ? stop : leave} data-test-subj="repairManyClose">
          {closeLabel(isRunning, isBegun)}
        </EuiSmallButtonEmpty>
        {!isBegun && (
          <EuiSmallButton
            fill
            isDisabled={wanted.length === 0}
            onClick={run}
            data-test-subj="repairManyConfirm"
          >
            {titleOf(wanted.length)}
          </EuiSmallButton>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
};
