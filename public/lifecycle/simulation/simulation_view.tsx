import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiCompressedFieldText,
  EuiSpacer,
  EuiTab,
  EuiTabs,
  EuiText,
} from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import { populationOf } from '../../../common/lifecycle/forecast/find_population';
import type { LintedIndex, Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { simulateIndex } from '../../../common/lifecycle/simulate/simulate_index';
import { formatCount } from '../../shared/numbers';
import { CoursesTable } from './courses_table';
import { InventedForm } from './invented_form';
import { AssumedForm } from './assumed_form';
import { ForecastView } from './forecast_view';
import { ASSUMED } from './horizon';
import { inventedIndex, inventedPopulation, newInvented, patternIn } from './invented';
import type { InventedIndex } from './invented';
import { NativeCheck } from './native_check';
import { useForecast } from './use_forecast';
import { TimelineView } from './timeline_view';

/** So many indices are followed at once. */
const MOST_FOLLOWED = 10_000;

type Of = 'real' | 'invented';

/** How far one index is followed, in days: a single one costs nothing. */
const ONE_DAYS = 730;
const DAY = 86_400_000;

const Followed: React.FC<{ policy: Policy; index: InventedIndex; now: number }> = ({
  policy,
  index,
  now,
}) => {
  const [assumed, setAssumed] = useState(ASSUMED);
  const population = useMemo(() => inventedPopulation(policy, index, now), [policy, index, now]);
  return (
    <>
      <EuiSpacer size="m" />
      <AssumedForm assumed={assumed} onChange={setAssumed} />
      <EuiSpacer size="m" />
      <ForecastView forecasting={useForecast(population, assumed, now)} days={assumed.days} />
    </>
  );
};

const Invented: React.FC<{ policy: Policy; now: number; rollsOver: boolean }> = ({
  policy,
  now,
  rollsOver,
}) => {
  const [index, setIndex] = useState(() => newInvented(patternIn(policy), rollsOver));
  const timeline = useMemo(
    () => simulateIndex(policy, inventedIndex(index, now), { now, horizon: now + ONE_DAYS * DAY }),
    [policy, index, now]
  );
  return (
    <>
      <InventedForm index={index} onChange={setIndex} />
      <EuiSpacer size="m" />
      <TimelineView timeline={timeline} caption={index.name} days={ONE_DAYS} />
      {index.followed && <Followed policy={policy} index={index} now={now} />}
    </>
  );
};

const NO_INDICES: readonly LintedIndex[] = [];

const Real: React.FC<{ policy: Policy; around: Surroundings }> = ({ policy, around }) => {
  const { indices = NO_INDICES, policy_id: id, now } = around;
  const [assumed, setAssumed] = useState(ASSUMED);
  const population = useMemo(
    () =>
      populationOf(
        indices.slice(0, MOST_FOLLOWED),
        () => ({ policy, ...(id === undefined ? {} : { policy_id: id }) }),
        now
      ),
    [policy, indices, id, now]
  );
  const forecasting = useForecast(population, assumed, now);
  if (indices.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="noIndices">
        <p>
          {i18n.translate('watchkeeper.lifecycle.simulation.noIndicesText', {
            defaultMessage:
              'No index has a name that the policy takes in. Name others above, or make one up.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      <AssumedForm
        assumed={assumed}
        onChange={setAssumed}
        hasSources={population.sources.length > 0}
      />
      <EuiSpacer size="m" />
      {indices.length > MOST_FOLLOWED && (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('watchkeeper.lifecycle.simulation.notAllText', {
              defaultMessage: 'These are the first {most} of {total} indices.',
              values: { most: formatCount(MOST_FOLLOWED), total: formatCount(indices.length) },
            })}
          </p>
        </EuiText>
      )}
      <ForecastView forecasting={forecasting} days={assumed.days} />
      {forecasting.forecast && (
        <>
          <EuiSpacer size="m" />
          <CoursesTable courses={forecasting.forecast.courses} now={now} days={assumed.days} />
        </>
      )}
    </>
  );
};

/** What the policy does to indices, from now on: to those of the cluster, or to one that is made up. */
export const SimulationView: React.FC<{
  policy: Policy;
  /** The same as a document; absent: it is not compared with what the engine says. */
  body?: JsonObject;
  around: Surroundings;
  /** Whether indices of this policy have what a rollover needs, as far as is known. */
  rollsOver?: boolean;
  /** Further indices to look at. */
  others: string;
  onOthers: (patterns: string) => void;
}> = ({ policy, body, around, rollsOver = false, others, onOthers }) => {
  const [of, setOf] = useState<Of>(around.indices?.length ? 'real' : 'invented');
  const labels: Record<Of, string> = {
    real: i18n.translate('watchkeeper.lifecycle.simulation.realTab', {
      defaultMessage: 'Indices of the cluster',
    }),
    invented: i18n.translate('watchkeeper.lifecycle.simulation.inventedTab', {
      defaultMessage: 'One that is made up',
    }),
  };
  return (
    <div data-test-subj="simulationView">
      <EuiText size="xs" color="subdued">
        <p>
          {i18n.translate('watchkeeper.lifecycle.simulation.paceText', {
            defaultMessage:
              'If the policy managed them from now on. Index State Management takes a step every five to eight minutes, so each time is right to some minutes. Nothing is changed on the cluster.',
          })}
        </p>
      </EuiText>
      <EuiTabs size="s">
        {(['real', 'invented'] as const).map((each) => (
          <EuiTab
            key={each}
            isSelected={of === each}
            onClick={() => setOf(each)}
            data-test-subj={`simulate-${each}`}
          >
            {labels[each]}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="m" />
      {of === 'real' ? (
        <>
          <EuiCompressedFormRow
            fullWidth
            label={i18n.translate('watchkeeper.lifecycle.simulation.othersLabel', {
              defaultMessage: 'Look at these as well',
            })}
            helpText={i18n.translate('watchkeeper.lifecycle.simulation.othersHelp', {
              defaultMessage: 'Names or patterns, separated by commas',
            })}
          >
            <EuiCompressedFieldText
              fullWidth
              value={others}
              placeholder="logs-app-*"
              onChange={(event) => onOthers(event.target.value)}
              data-test-subj="otherIndices"
            />
          </EuiCompressedFormRow>
          <EuiSpacer size="m" />
          {body && <NativeCheck {...{ policy, body, around }} />}
          <Real policy={policy} around={around} />
        </>
      ) : (
        <Invented policy={policy} now={around.now} rollsOver={rollsOver} />
      )}
    </div>
  );
};
