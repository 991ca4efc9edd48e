import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import { SIMULATE_PATH } from '../../../common/lifecycle/api';
import type { NativeSimulation } from '../../../common/lifecycle/api';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { compareStep } from '../../../common/lifecycle/simulate/compare_native';
import type { Compared, Disagreement } from '../../../common/lifecycle/simulate/compare_native';
import type { ApiError } from '../../shared/api_client';
import { useDebounced } from '../../shared/debounced';
import { useServices } from '../../shared/services';
import { plainPolicy } from '../document/policy_text';
import { useEngine } from '../policy_queries';

/** The engine looks at them one after the other. */
const MOST_ASKED = 200;
const MOST_SHOWN = 20;
const PAUSE = 800;

const disagreementText = (it: Disagreement): string => {
  switch (it.about) {
    case 'state':
      return i18n.translate('watchkeeper.lifecycle.native.stateText', {
        defaultMessage: 'in the state “{theirs}”; here in “{ours}”',
        values: { theirs: it.theirs, ours: it.ours },
      });
    case 'action':
      return i18n.translate('watchkeeper.lifecycle.native.actionText', {
        defaultMessage: '“{theirs}” comes next; here “{ours}”',
        values: { theirs: it.theirs, ours: it.ours },
      });
    case 'transition':
      return i18n.translate('watchkeeper.lifecycle.native.transitionText', {
        defaultMessage:
          'the transition to “{to}” is {met, select, true {met} other {not met}} ({condition}: {current} of {required}); here it is {met, select, true {not met} other {met}}',
        values: {
          ...{ to: it.to, met: String(it.theirs.met), condition: it.theirs.condition },
          ...{ current: it.theirs.current ?? '–', required: it.theirs.required ?? '–' },
        },
      });
    case 'error':
      return it.theirs;
  }
};

const useNativeSteps = (
  body: JsonObject,
  names: readonly string[],
  enabled: boolean
): UseQueryResult<NativeSimulation, ApiError> => {
  const { api } = useServices();
  const asked = useDebounced(JSON.stringify({ body: plainPolicy(body), indices: names }), PAUSE);
  return useQuery({
    queryKey: ['lifecycle', 'simulate', asked],
    queryFn: ({ signal }) =>
      api.post<NativeSimulation>(SIMULATE_PATH, JSON.parse(asked) as object, { signal }),
    enabled: enabled && names.length > 0,
    retry: false,
    keepPreviousData: true,
  });
};

const Disagreements: React.FC<{ found: readonly Compared[] }> = ({ found }) => (
  <EuiCallOut
    size="s"
    color="warning"
    iconType="alert"
    title={i18n.translate('watchkeeper.lifecycle.native.disagreesTitle', {
      defaultMessage:
        'For {count, plural, one {# index} other {# indices}} Index State Management says otherwise',
      values: { count: found.length },
    })}
    data-test-subj="nativeDisagrees"
  >
    <p>
      {i18n.translate('watchkeeper.lifecycle.native.disagreesText', {
        defaultMessage:
          'Its own simulation of the next step differs from the one here. Trust it rather than this page, and please report it.',
      })}
    </p>
    <ul>
      {found.slice(0, MOST_SHOWN).map(({ index, disagreements = [] }) => (
        <li key={index} className="eui-textBreakWord">
          {i18n.translate('watchkeeper.lifecycle.native.indexText', {
            defaultMessage: '{index}: {what}.',
            values: { index, what: disagreements.map(disagreementText).join('; ') },
          })}
        </li>
      ))}
    </ul>
  </EuiCallOut>
);

/** Whether the engine’s own simulation, where it has one, takes the same first step. */
export const NativeCheck: React.FC<{
  policy: Policy;
  body: JsonObject;
  around: Surroundings;
}> = ({ policy, body, around }) => {
  const { indices = [], now, policy_id: id } = around;
  const engine = useEngine();
  const has = engine.data?.simulate === true;
  const asked = useMemo(() => indices.slice(0, MOST_ASKED), [indices]);
  const names = useMemo(() => asked.map(({ facts }) => facts.name), [asked]);
  const { data, error } = useNativeSteps(body, names, has);
  const compared = useMemo(() => {
    const steps = new Map(data?.steps.map((step) => [step.index, step]));
    return asked.flatMap((index) => {
      const step = steps.get(index.facts.name);
      if (!step) return [];
      return [compareStep(policy, index, step, { now, ...(id ? { policy_id: id } : {}) })];
    });
  }, [data, asked, policy, now, id]);
  if (!has || (!data && !error)) return null;
  const differing = compared.filter(({ disagreements }) => disagreements?.length);
  const agreeing = compared.filter(({ disagreements }) => disagreements?.length === 0).length;
  return (
    <>
      {differing.length > 0 && !error ? (
        <Disagreements found={differing} />
      ) : (
        <EuiText size="xs" color="subdued" data-test-subj="nativeAgrees">
          <p>
            {error
              ? i18n.translate('watchkeeper.lifecycle.native.refusedText', {
                  defaultMessage:
                    'The simulation of Index State Management could not be asked: {reason}',
                  values: { reason: error.message },
                })
              : i18n.translate('watchkeeper.lifecycle.native.agreesText', {
                  defaultMessage:
                    'The simulation of Index State Management takes the same next step for {count, plural, one {# index} other {# indices}}.',
                  values: { count: agreeing },
                })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="m" />
    </>
  );
};
