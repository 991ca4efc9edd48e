import { z } from 'zod';
import { checkTransitions } from '../decide/check_conditions';
import type { TransitionCheck } from '../decide/check_conditions';
import { TRANSITION } from '../decide/cursor';
import { nextPlace } from '../decide/decide';
import type { LintedIndex } from '../lint/surroundings';
import type { Policy, State } from '../policy/policy';

/** Between our look at the index and the engine's some time goes by, in milliseconds. */
const TOLERANCE = 5 * 60_000;

const nullable = z.string().nullish();

/** `POST _ism/simulate`. Source: OpenSearch index-management, `SimulatePolicyResponse`. */
const answerSchema = z.object({
  simulate_results: z.array(
    z.object({
      index_name: z.string(),
      is_managed: z.boolean().default(false),
      current_state: nullable,
      current_action: nullable,
      transition_evaluation: z
        .array(
          z.object({
            state_name: z.string(),
            condition_met: z.boolean(),
            condition_type: z.string().default(''),
            current_value: nullable,
            required_value: nullable,
          })
        )
        .nullish(),
      next_state: nullable,
      error: nullable,
    })
  ),
});

export interface NativeTransition {
  to: string;
  met: boolean;
  /** `min_index_age` and so on. */
  condition: string;
  /** As the engine writes them. */
  current?: string;
  required?: string;
}

/** What the engine would do next with an index. */
export interface NativeStep {
  index: string;
  is_managed: boolean;
  state?: string;
  /** The type of the action; `transition` where it asks its transitions. */
  action?: string;
  /** Only where it asks them. */
  transitions?: NativeTransition[];
  /** Why it cannot tell. */
  error?: string;
}

/** @throws ZodError where it is no such answer */
export const readSimulateAnswer = (body: unknown): NativeStep[] =>
  answerSchema.parse(body).simulate_results.map((result): NativeStep => {
    const { current_state: state, current_action: action, error } = result;
    const transitions = result.transition_evaluation?.map(
      ({ state_name: to, condition_met: met, condition_type: condition, ...values }) => ({
        ...{ to, met, condition },
        ...(values.current_value ? { current: values.current_value } : {}),
        ...(values.required_value ? { required: values.required_value } : {}),
      })
    );
    return {
      ...{ index: result.index_name, is_managed: result.is_managed },
      ...(state ? { state } : {}),
      ...(action ? { action } : {}),
      ...(transitions ? { transitions } : {}),
      ...(error ? { error } : {}),
    };
  });

/** Where the engine and we are not of one mind. */
export type Disagreement =
  | { about: 'state' | 'action'; ours: string; theirs: string }
  | { about: 'transition'; to: string; ours: boolean; theirs: NativeTransition }
  /** The engine says that it cannot tell. */
  | { about: 'error'; theirs: string };

export interface Compared {
  index: string;
  /** Absent: they cannot be compared, since the index stands still or in another policy. */
  disagreements?: Disagreement[];
}

const firstAction = ({ actions }: State, place: number): string =>
  actions.at(place)?.type ?? TRANSITION;

/** Too close to its instant for two looks at the clock to agree. */
const isClose = (check: TransitionCheck, now: number): boolean =>
  'condition' in check &&
  check.condition?.at !== undefined &&
  Math.abs(check.condition.at - now) < TOLERANCE;

const disagreeing = (
  checks: readonly TransitionCheck[],
  theirs: readonly NativeTransition[],
  now: number
): Disagreement[] =>
  checks.flatMap((check, place): Disagreement[] => {
    const other = theirs.at(place);
    const ours = check.outcome === 'met';
    if (!other || other.met === ours || isClose(check, now)) return [];
    return [{ about: 'transition', to: check.to, ours, theirs: other }];
  });

/**
 * Our first step beside that of the engine. It knows one step only, asks no conditions of a rollover, and takes whatever
 * policy an index is in for the one that is asked about.
 */
export const compareStep = (
  policy: Policy,
  { facts, cursor, policy_id: managedBy }: LintedIndex,
  native: NativeStep,
  { now, policy_id: id }: { now: number; policy_id?: string }
): Compared => {
  const { name: index } = facts;
  if (native.error !== undefined) {
    return { index, disagreements: [{ about: 'error', theirs: native.error }] };
  }
  const isOthers = managedBy !== undefined && managedBy !== id;
  const rests = cursor?.completed || cursor?.failed || cursor?.action?.failed;
  if (isOthers || rests || cursor?.transition_to !== undefined) return { index };
  const name = cursor?.state ?? policy.default_state;
  const state = policy.states.find((each) => each.name === name);
  if (!state) return { index };
  if (native.state !== name) {
    return { index, disagreements: [{ about: 'state', ours: name, theirs: native.state ?? '' }] };
  }
  const action = firstAction(state, nextPlace(state, cursor?.action));
  if (native.action !== action) {
    const theirs = native.action ?? '';
    return { index, disagreements: [{ about: 'action', ours: action, theirs }] };
  }
  if (action !== TRANSITION) return { index, disagreements: [] };
  const checks = checkTransitions(state.transitions, {
    ...{ facts, now, state_since: cursor?.state_since ?? now },
    transition_since: cursor?.action?.type === TRANSITION ? cursor.action.since : now,
  });
  return { index, disagreements: disagreeing(checks, native.transitions ?? [], now) };
};
