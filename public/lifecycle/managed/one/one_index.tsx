import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiCodeBlock,
  EuiFlexGrid,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { JsonObject } from '../../../../common/json/record';
import type { ManagedDetail } from '../../../../common/lifecycle/api';
import { explainIndex } from '../../../../common/lifecycle/explain/explain_index';
import { canonicalText } from '../../../../common/lifecycle/policy/canonical';
import { readPolicy } from '../../../../common/lifecycle/policy/read_policy';
import { appPaths } from '../../../shared/app_paths';
import { DiffView } from '../../../shared/diff_view';
import { Fact } from '../../../shared/fact';
import { PageLink } from '../../../shared/links';
import { Timestamp, useTime } from '../../../shared/time';
import { ManagedActions } from '../../acts/managed_actions';
import { TimelineView } from '../../simulation/timeline_view';
import { EngineStateCallout } from '../engine_state';
import { Gaps } from '../gaps';
import { managedActionLabel } from '../managed_filters';
import { AHEAD_DAYS, aheadOf, ticksOf } from './ahead';
import { ConditionsTable } from './conditions_table';
import { HistoryView } from './history_view';
import { PathView } from './path_view';
import { Section } from './section';
import { Verdict } from './verdict';

const Since: React.FC<{ at: number | undefined }> = ({ at }) => {
  const { relative } = useTime();
  return at === undefined || at === 0 ? (
    <>–</>
  ) : (
    <>
      <Timestamp value={at} /> ({relative(at)})
    </>
  );
};

const Facts: React.FC<{ detail: ManagedDetail }> = ({ detail: { managed } }) => {
  const { cursor } = managed;
  return (
    <EuiFlexGrid columns={4} gutterSize="m">
      <Fact
        title={i18n.translate('watchkeeper.lifecycle.managed.policyColumn', {
          defaultMessage: 'Policy',
        })}
      >
        <PageLink to={appPaths.policy(managed.policy_id)} data-test-subj="managedPolicy">
          {managed.policy_id}
        </PageLink>
      </Fact>
      <Fact
        title={i18n.translate('watchkeeper.lifecycle.managed.inStateSinceLabel', {
          defaultMessage: 'In its state since',
        })}
      >
        <Since at={cursor?.state_since} />
      </Fact>
      <Fact
        title={i18n.translate('watchkeeper.lifecycle.managed.actionSinceLabel', {
          defaultMessage: 'Action, since',
        })}
      >
        {cursor?.action ? (
          <>
            {managedActionLabel(cursor.action.type)}, <Since at={cursor.action.since} />
          </>
        ) : (
          '–'
        )}
      </Fact>
      <Fact
        title={i18n.translate('watchkeeper.lifecycle.managed.ageColumn', {
          defaultMessage: 'Created',
        })}
      >
        <Since at={managed.created_at} />
      </Fact>
      {managed.data_stream !== undefined && (
        <Fact
          title={i18n.translate('watchkeeper.lifecycle.managed.streamLabel', {
            defaultMessage: 'Data stream',
          })}
        >
          {managed.data_stream}
        </Fact>
      )}
    </EuiFlexGrid>
  );
};

const Outdated: React.FC<{ applied: JsonObject; stored: JsonObject }> = ({ applied, stored }) => {
  const [before, after] = [canonicalText(applied), canonicalText(stored)];
  return (
    <Section
      title={i18n.translate('watchkeeper.lifecycle.managed.outdatedSectionTitle', {
        defaultMessage: 'It follows an older version of its policy',
      })}
      data-test-subj="outdatedSection"
    >
      <EuiText size="s">
        <p>
          {before === after
            ? i18n.translate('watchkeeper.lifecycle.managed.outdatedSameText', {
                defaultMessage:
                  'The policy was saved again with nothing changed: this index does what the saved one says. Change its policy to have it count as up to date.',
              })
            : i18n.translate('watchkeeper.lifecycle.managed.outdatedText', {
                defaultMessage:
                  'A policy that is saved does not reach the indices that it manages already. Change the policy of this index to bring the new version to it.',
              })}
        </p>
      </EuiText>
      {before !== after && (
        <>
          <EuiSpacer size="s" />
          <DiffView
            before={before}
            after={after}
            beforeLabel={i18n.translate('watchkeeper.lifecycle.managed.appliedLabel', {
              defaultMessage: 'As this index follows it',
            })}
            afterLabel={i18n.translate('watchkeeper.lifecycle.managed.storedLabel', {
              defaultMessage: 'As it is saved now',
            })}
            foldUnchanged
          />
        </>
      )}
    </Section>
  );
};

const RawJson: React.FC<{ raw: ManagedDetail['raw'] }> = ({ raw }) => (
  <EuiPanel>
    <EuiAccordion
      id="managedRaw"
      buttonContent={i18n.translate('watchkeeper.lifecycle.managed.rawButtonLabel', {
        defaultMessage: 'What the engine tells of it, as JSON',
      })}
      data-test-subj="managedRaw"
    >
      <EuiSpacer size="s" />
      {/* Without colours: those that the library gives to JSON have too little contrast here. */}
      <EuiCodeBlock fontSize="s" paddingSize="s" overflowHeight={400} isCopyable>
        {JSON.stringify(raw, null, 2)}
      </EuiCodeBlock>
    </EuiAccordion>
  </EuiPanel>
);

/** What an index follows: the copy that is applied; where the engine does not give it, the saved one if it is the same. */
const followed = ({ applied, stored, managed }: ManagedDetail) =>
  applied ?? (managed.outdated ? undefined : stored?.body);

/** All that is to know of one managed index, what can be done to it beside why it is where it is. */
export const OneIndex: React.FC<{ detail: ManagedDetail; onActed: () => void }> = ({
  detail,
  onActed,
}) => {
  const { managed, applied, stored, facts, at } = detail;
  const policy = useMemo(() => {
    const body = followed(detail);
    return body && readPolicy(body);
  }, [detail]);
  const explanation = explainIndex({
    ...{ managed, now: at, ticks: ticksOf(detail) },
    ...(policy ? { policy } : {}),
    ...(facts ? { facts } : {}),
  });
  const { health, conditions } = explanation;
  const ahead = useMemo(
    () => policy && aheadOf(detail, policy, health === 'failed'),
    [detail, policy, health]
  );
  const next = ahead?.events[0];
  const isFailing = health === 'failed' || health === 'retrying';
  return (
    <>
      <EngineStateCallout engine={detail.engine} />
      <Gaps gaps={detail.gaps} />
      <Verdict managed={managed} explanation={explanation} {...(next ? { next } : {})} />
      <EuiSpacer size="s" />
      <ManagedActions selected={[managed]} onDone={onActed} />
      <EuiSpacer size="m" />
      <Section
        title={i18n.translate('watchkeeper.lifecycle.managed.standsTitle', {
          defaultMessage: 'Where it stands',
        })}
      >
        <Facts detail={detail} />
        <EuiSpacer size="m" />
        {policy && <PathView {...{ policy, managed, isFailing }} />}
      </Section>
      {conditions.length > 0 && (
        <Section
          title={i18n.translate('watchkeeper.lifecycle.managed.waitsTitle', {
            defaultMessage: 'What it waits for',
          })}
        >
          <ConditionsTable conditions={conditions} />
        </Section>
      )}
      {ahead && (
        <Section
          title={
            health === 'failed'
              ? i18n.translate('watchkeeper.lifecycle.managed.ifRetriedTitle', {
                  defaultMessage: 'What would come if it were retried now, with nothing mended',
                })
              : i18n.translate('watchkeeper.lifecycle.managed.aheadTitle', {
                  defaultMessage: 'What comes, as things are',
                })
          }
          data-test-subj="managedAhead"
        >
          <TimelineView
            timeline={ahead}
            days={AHEAD_DAYS}
            caption={i18n.translate('watchkeeper.lifecycle.managed.aheadCaption', {
              defaultMessage: 'What will happen to the index, and when',
            })}
          />
        </Section>
      )}
      {managed.outdated && applied && stored && (
        <Outdated applied={applied as JsonObject} stored={stored.body as JsonObject} />
      )}
      <Section
        title={i18n.translate('watchkeeper.lifecycle.history.title', {
          defaultMessage: 'What has happened',
        })}
      >
        <HistoryView managed={managed} now={at} />
      </Section>
      <RawJson raw={detail.raw} />
    </>
  );
};
