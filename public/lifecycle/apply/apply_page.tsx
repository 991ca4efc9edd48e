import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiPanel, EuiSmallButton, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ManagedActAnswer } from '../../../common/lifecycle/api';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { ActOutcome } from '../acts/act_outcome';
import { policiesCrumb } from '../crumbs';
import { EngineCallout } from '../engine_callout';
import { Gaps } from '../managed/gaps';
import { canKeep, useEngine, usePolicies } from '../policy_queries';
import { ApplyGroups } from './apply_groups';
import { useChosen } from './chosen_state';
import type { ChosenState } from './chosen_state';
import { IndicesChoice } from './indices_choice';
import { PolicyChoice } from './policy_choice';
import { useApplyPreview } from './use_preview';
import type { ApplyPreview } from './use_preview';

const title = (): string =>
  i18n.translate('watchkeeper.lifecycle.apply.title', { defaultMessage: 'Apply policy' });

const Heading: React.FC = ({ children }) => (
  <EuiTitle size="xs">
    <h2>{children}</h2>
  </EuiTitle>
);

/** What was left out, and what could not be read. */
const Notes: React.FC<{ preview: ApplyPreview }> = ({ preview: { hidden, missing, gaps } }) => (
  <EuiText size="xs" color="subdued" className="eui-textBreakWord" data-test-subj="applyNotes">
    {hidden > 0 && (
      <p>
        {i18n.translate('watchkeeper.lifecycle.apply.hiddenText', {
          defaultMessage:
            '{count, plural, one {# hidden index matches} other {# hidden indices match}} as well, and {count, plural, one {is} other {are}} left out.',
          values: { count: hidden },
        })}
      </p>
    )}
    {missing.length > 0 && (
      <p>
        {i18n.translate('watchkeeper.lifecycle.apply.missingText', {
          defaultMessage: 'There is no index {names}.',
          values: {
            names: missing
              .slice(0, 10)
              .map((name) => `“${name}”`)
              .join(', '),
          },
        })}
      </p>
    )}
    {gaps.map((gap) => (
      <p key={gap}>{gap}</p>
    ))}
  </EuiText>
);

const Outcome: React.FC<{ policyId: string; answer: ManagedActAnswer; onAgain: () => void }> = ({
  policyId,
  answer,
  onAgain,
}) => {
  const linkTo = useLinkTo();
  return (
    <>
      <ActOutcome answer={answer} />
      <EuiSpacer size="m" />
      <EuiSmallButton
        fill
        {...linkTo(appPaths.managedIndicesWhere({ policy: policyId }))}
        data-test-subj="applySeeManaged"
      >
        {i18n.translate('watchkeeper.lifecycle.apply.seeManagedLabel', {
          defaultMessage: 'See the managed indices',
        })}
      </EuiSmallButton>{' '}
      <EuiSmallButton onClick={onAgain} data-test-subj="applyAgain">
        {i18n.translate('watchkeeper.lifecycle.apply.againLabel', {
          defaultMessage: 'Back to the preview',
        })}
      </EuiSmallButton>
    </>
  );
};

const hint = (hasPolicy: boolean, count: number | undefined): string => {
  if (!hasPolicy) {
    return i18n.translate('watchkeeper.lifecycle.apply.choosePolicyText', {
      defaultMessage: 'Choose a policy to see what it does to the indices first.',
    });
  }
  if (count === 0) {
    return i18n.translate('watchkeeper.lifecycle.apply.chooseIndicesText', {
      defaultMessage: 'No index is chosen: name some, or give a pattern that matches.',
    });
  }
  return i18n.translate('watchkeeper.lifecycle.apply.previewText', {
    defaultMessage:
      'A copy of the policy is kept with each index: later changes of the policy do not touch them until you change their policy. This is what happens within the first hour.',
  });
};

/** Applies a policy to indices, after a preview of what it does first to each. */
export const ApplyPage: React.FC = () => {
  const engine = useEngine();
  const kept = canKeep(engine.data);
  const policies = usePolicies(kept);
  const chosen = useChosen();
  const { state } = chosen;
  const record = policies.data?.items.find(({ id }) => id === state.policy);
  const preview = useApplyPreview(record, chosen.chosen);
  const [answer, setAnswer] = useState<ManagedActAnswer>();
  // What came of it is about what was chosen then.
  const change: ChosenState['change'] = (changes) => {
    setAnswer(undefined);
    chosen.change(changes);
  };

  const effects = () => {
    if (!preview.error && preview.indices === undefined && !preview.isLoading) {
      return <Gaps gaps={preview.gaps} />;
    }
    if (preview.error) {
      return (
        <ErrorState
          title={i18n.translate('watchkeeper.lifecycle.apply.loadErrorTitle', {
            defaultMessage: 'The indices could not be read',
          })}
          error={preview.error}
          onRetry={preview.refetch}
        />
      );
    }
    if (preview.isLoading) return <LoadingState />;
    return (
      <>
        <EuiText size="s">
          <p>{hint(record !== undefined, preview.indices?.length)}</p>
        </EuiText>
        <Notes preview={preview} />
        <EuiSpacer size="s" />
        {record && preview.groups.length > 0 && (
          <ApplyGroups
            key={record.id}
            policyId={record.id}
            groups={preview.groups}
            onApplied={setAnswer}
          />
        )}
      </>
    );
  };
  return (
    <PageFrame title={title()} crumbs={[policiesCrumb(), { text: title() }]}>
      <EngineCallout engine={engine.data} error={engine.error} />
      {policies.error && (
        <EuiCallOut size="s" color="danger" title={policies.error.message} role="alert" />
      )}
      <EuiPanel>
        <PolicyChoice
          policies={policies.data?.items ?? []}
          record={record}
          wanted={policies.data ? state.policy : ''}
          isEmpty={policies.data?.items.length === 0}
          findings={preview.findings}
          onChange={(policy) => change({ policy })}
        />
        <EuiSpacer size="s" />
        <IndicesChoice chosen={{ ...chosen, change }} />
      </EuiPanel>
      <EuiSpacer size="m" />
      <EuiPanel data-test-subj="applyPreview" aria-live="polite">
        <Heading>
          {answer
            ? i18n.translate('watchkeeper.lifecycle.apply.outcomeTitle', {
                defaultMessage: 'What came of it',
              })
            : i18n.translate('watchkeeper.lifecycle.apply.effectsTitle', {
                defaultMessage: 'What it does first',
              })}
        </Heading>
        <EuiSpacer size="s" />
        {answer && record ? (
          <Outcome policyId={record.id} answer={answer} onAgain={() => setAnswer(undefined)} />
        ) : (
          effects()
        )}
      </EuiPanel>
    </PageFrame>
  );
};
