import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { Explanation, RunAt, RunVerdict } from '../../../../common/monitors/explain_run';
import { wrappedTriggersOf } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import { unwrap } from '../../../../common/monitors/trigger';
import { appPaths } from '../../../shared/app_paths';
import { PageLink } from '../../../shared/links';
import { ErrorState, LoadingState } from '../../../shared/states';
import { useTime } from '../../../shared/time';
import { InstantField } from '../../../shared/time_range_control';
import { monitorKeys, useMonitorsApi } from '../../monitors_api';
import { triggerInWords } from '../../trigger_words';
import { explanationText, verdictLabel } from './explanation_words';
import type { ConditionWords } from './explanation_words';

const LOOKS: Readonly<
  Record<RunVerdict, { color: 'primary' | 'success' | 'warning' | 'danger'; iconType: string }>
> = {
  fired: { color: 'warning', iconType: 'bell' },
  waiting: { color: 'warning', iconType: 'clock' },
  did_not_fire: { color: 'success', iconType: 'check' },
  unknown: { color: 'danger', iconType: 'alert' },
  did_not_run: { color: 'primary', iconType: 'minusInCircle' },
};

const wordsOf =
  (monitor: Monitor): ConditionWords =>
  (id) => {
    const wrapped = wrappedTriggersOf(monitor).find((one) => unwrap(one).id === id);
    return wrapped && triggerInWords(wrapped, monitor);
  };

const Sentence: React.FC<{ told: Explanation; monitor: Monitor }> = ({ told, monitor }) => {
  const { format } = useTime();
  return (
    <li className="eui-textBreakWord" data-test-subj={`explanation-${told.kind}`}>
      {explanationText(told, format, wordsOf(monitor))}
      {'alert_id' in told && (
        <>
          {' '}
          <PageLink to={appPaths.alert(told.alert_id)} color="text">
            {i18n.translate('watchkeeper.runAt.alertLinkText', { defaultMessage: 'The alert' })}
          </PageLink>
        </>
      )}
    </li>
  );
};

const Answer: React.FC<{ answer: RunAt; monitor: Monitor }> = ({
  answer: { verdict, explanation },
  monitor,
}) => (
  <EuiCallOut
    size="s"
    {...LOOKS[verdict]}
    title={verdictLabel(verdict)}
    data-test-subj={`verdict-${verdict}`}
  >
    <ul>
      {explanation.map((told, index) => (
        <Sentence key={index} told={told} monitor={monitor} />
      ))}
    </ul>
  </EuiCallOut>
);

const Asked: React.FC<{ id: string; monitor: Monitor; instant: number }> = ({
  id,
  monitor,
  instant,
}) => {
  const api = useMonitorsApi();
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: monitorKeys.runAt(id, instant),
    queryFn: ({ signal }) => api.runAt(id, instant, signal),
  });
  return (
    <div aria-live="polite">
      <EuiSpacer size="s" />
      {isLoading && <LoadingState />}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.runAt.loadErrorTitle', {
            defaultMessage: 'The runs of that time could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <Answer answer={data} monitor={monitor} />}
    </div>
  );
};

const MINUTE = 60_000;

/** Why did it, or did it not, fire at an instant? */
export const RunSearchPanel: React.FC<{
  id: string;
  monitor: Monitor;
  /** The instant that is asked about, epoch milliseconds; 0: none yet. */
  instant: number;
  onAsk: (instant: number) => void;
}> = ({ id, monitor, instant, onAsk }) => {
  const [typed, setTyped] = useState<number>();
  const [opened] = useState(() => Math.floor(Date.now() / MINUTE) * MINUTE);
  const chosen = typed ?? (instant === 0 ? opened : instant);
  return (
    <EuiPanel data-test-subj="runSearchPanel">
      <EuiTitle size="s">
        <h2>
          {i18n.translate('watchkeeper.runAt.title', {
            defaultMessage: 'Why did it, or did it not, fire?',
          })}
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('watchkeeper.runAt.description', {
            defaultMessage:
              'Choose an instant, or click on the chart above: the run that looked at it is explained.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTyped(undefined);
          onAsk(chosen);
        }}
      >
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <InstantField
              value={chosen}
              onChange={setTyped}
              label={i18n.translate('watchkeeper.runAt.instantLabel', {
                defaultMessage: 'The instant to explain',
              })}
              data-test-subj="runSearchInstant"
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton type="submit" data-test-subj="runSearchButton">
              {i18n.translate('watchkeeper.runAt.explainButtonLabel', {
                defaultMessage: 'Explain',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </form>
      {instant !== 0 && <Asked id={id} monitor={monitor} instant={instant} />}
    </EuiPanel>
  );
};
