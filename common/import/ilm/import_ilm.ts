import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import { sentence } from '../../sentence';
import type { JsonValue } from '../../json/lossless';
import { parseTimeValue } from '../../lifecycle/units/time_value';
import { ILM_ACTIONS, convertAction, migrateTo } from './convert_action';
import { IlmNotes } from './note';
import type { IlmNote } from './note';

/** Phases in the order in which an index goes through them. */
const PHASES = ['hot', 'warm', 'cold', 'frozen', 'delete'];
/** Those whose indices move to nodes of their own, unless they are told not to. */
const TIERS = ['warm', 'cold'];

export interface IlmOptions {
  id?: string;
  /** The node attribute that tells tiers apart, such as `temp`. Without it nothing moves. */
  tierAttribute?: string;
}

export interface IlmImport {
  /** A policy of Index State Management, without what is wrapped around it. */
  body: JsonObject;
  notes: IlmNote[];
}

const objectAt = (value: JsonValue | undefined): JsonObject =>
  isRecord(value) ? (value as JsonObject) : {};

/** The phases, within what the API wraps around them; undefined where this is no such policy. */
export const ilmPhases = (document: unknown): JsonObject | undefined => {
  if (!isRecord(document)) return undefined;
  const fields = document as JsonObject;
  const { phases } = isRecord(fields.policy) ? objectAt(fields.policy) : fields;
  return isRecord(phases) ? (phases as JsonObject) : undefined;
};

interface Phase {
  name: string;
  minAge: string;
  actions: JsonObject;
}

const readPhases = (phases: JsonObject, notes: IlmNotes): Phase[] => {
  for (const name of Object.keys(phases).filter((each) => !PHASES.includes(each))) {
    notes.lost(
      `phases.${name}`,
      sentence(
        phrase('watchkeeper.lifecycle.ilm.noPhase', 'There is no phase “{name}”: it is left out.'),
        { name }
      )
    );
  }
  return PHASES.filter((name) => isRecord(phases[name])).map((name) => {
    const { min_age: age, actions, ...others } = objectAt(phases[name]);
    for (const other of Object.keys(others)) {
      notes.unknown(`phases.${name}.${other}`, other);
    }
    return { name, minAge: typeof age === 'string' ? age : '0ms', actions: objectAt(actions) };
  });
};

const rollsOver = (phases: readonly Phase[]): boolean =>
  phases.some(({ actions }) => 'rollover' in actions);

/** Whether the index moves by itself: where neither `migrate` nor an allocation of its own says otherwise. */
const movesByItself = ({ name, actions }: Phase): boolean => {
  const { include, exclude, require } = objectAt(actions.allocate);
  const isPlaced = [include, exclude, require].some(
    (each) => Object.keys(objectAt(each)).length > 0
  );
  return TIERS.includes(name) && !('migrate' in actions) && !isPlaced;
};

const actionsOf = (
  phase: Phase,
  merged: boolean,
  { id, tierAttribute }: IlmOptions,
  notes: IlmNotes
): JsonObject[] => {
  const { name, actions } = phase;
  const place = `phases.${name}.actions`;
  const conversion = {
    ...{ phase: name, merged: merged || 'forcemerge' in actions, notes },
    ...(id === undefined ? {} : { id }),
    ...(tierAttribute === undefined ? {} : { tierAttribute }),
  };
  const known = ILM_ACTIONS.filter((each) => each in actions);
  const others = Object.keys(actions).filter((each) => !ILM_ACTIONS.includes(each));
  const moved = movesByItself(phase) ? migrateTo({ ...conversion, place: `phases.${name}` }) : [];
  const converted = [...known, ...others].flatMap((each) =>
    convertAction(each, actions[each], { ...conversion, place: `${place}.${each}` })
  );
  return [...moved, ...converted];
};

/** Ages count from the rollover where there is one, else from when the index was made. */
const transitionTo = (next: Phase, byRollover: boolean, notes: IlmNotes): JsonObject => {
  const age = parseTimeValue(next.minAge);
  if (age === undefined) {
    notes.lost(
      `phases.${next.name}.min_age`,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.noAge',
          '“{age}” is no age that is known here: write the condition of the transition by hand, else it is taken at once.'
        ),
        { age: next.minAge }
      )
    );
  }
  return age === undefined || age === 0
    ? { state_name: next.name }
    : {
        state_name: next.name,
        conditions: { [byRollover ? 'min_rollover_age' : 'min_index_age']: next.minAge },
      };
};

/** Where it does not begin in the hot phase, an index waits before the first one. */
const withBeginning = (phases: readonly Phase[], notes: IlmNotes): Phase[] => {
  const [first] = phases;
  if (first === undefined || first.name === 'hot') return [...phases];
  if (parseTimeValue(first.minAge) === 0) return [...phases];
  notes.changed(
    `phases.${first.name}.min_age`,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.noHotPhase',
        'Without a hot phase an index waits for the phase “{phase}”: it does so in a state “hot” in which nothing happens.'
      ),
      { phase: first.name }
    )
  );
  return [{ name: 'hot', minAge: '0ms', actions: {} }, ...phases];
};

const general = (phases: readonly Phase[], document: JsonObject, notes: IlmNotes): void => {
  const hot = phases.find(({ name }) => name === 'hot');
  if (hot && parseTimeValue(hot.minAge) !== 0) {
    notes.lost(
      'phases.hot.min_age',
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.firstAge',
          'The first state begins at once: its age is left out.'
        )
      )
    );
  }
  if (rollsOver(phases)) {
    notes.changed(
      'phases.hot.actions.rollover',
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.rolloverAlias',
          'Outside of data streams the alias stood in the setting index.lifecycle.rollover_alias. It is index.plugins.index_state_management.rollover_alias here: set it in the index template.'
        )
      )
    );
  }
  const { in_use_by: users } = document;
  const { data_streams: streams, composable_templates: templates } = objectAt(users);
  const named = [streams, templates]
    .flatMap((each) => (Array.isArray(each) ? each : []))
    .map(String);
  notes.changed(
    'index.lifecycle.name',
    named.length === 0
      ? sentence(
          phrase(
            'watchkeeper.lifecycle.ilm.attachment',
            'Indices named this policy in a setting. Here the policy names them: give it patterns (ism_template), and apply it to the indices that are there.'
          )
        )
      : sentence(
          phrase(
            'watchkeeper.lifecycle.ilm.attachmentOf',
            'Indices named this policy in a setting ({users}). Here the policy names them: give it patterns (ism_template), and apply it to the indices that are there.'
          ),
          { users: named.join(', ') }
        )
  );
};

const descriptionOf = (policy: JsonObject, { id }: IlmOptions, notes: IlmNotes): string => {
  const { description, ...others } = objectAt(policy._meta);
  if (Object.keys(others).length > 0) {
    notes.lost(
      '_meta',
      sentence(
        phrase('watchkeeper.lifecycle.ilm.meta', 'A policy keeps no further notes here: {names}.'),
        { names: Object.keys(others).join(', ') }
      )
    );
  }
  if (typeof description === 'string' && description !== '') return description;
  return id === undefined
    ? 'From Index Lifecycle Management'
    : `${id}, from Index Lifecycle Management`;
};

const POLICY_MEMBERS = ['phases', '_meta'];

/**
 * Turns a policy of Elastic's Index Lifecycle Management into one of Index State Management, with everything that is not
 * the same. Nothing is dropped without a word.
 *
 * @param document as `GET _ilm/policy` answers it for one policy, a request (`{policy}`), or its `phases` alone
 */
export const importIlm = (document: JsonObject, options: IlmOptions = {}): IlmImport => {
  const notes = new IlmNotes();
  const policy = isRecord(document.policy) ? (document.policy as JsonObject) : document;
  for (const name of Object.keys(policy).filter((each) => !POLICY_MEMBERS.includes(each))) {
    if (name === 'in_use_by') continue;
    notes.unknown(name, name);
  }
  const phases = readPhases(ilmPhases(document) ?? {}, notes);
  general(phases, document, notes);
  const byRollover = rollsOver(phases);
  let merged = false;
  const begun = withBeginning(phases, notes);
  const states = begun.map((phase, place): JsonObject => {
    const actions = actionsOf(phase, merged, options, notes);
    merged ||= actions.some((action) => 'force_merge' in action);
    const next = begun.at(place + 1);
    const ends = actions.some((action) => 'delete' in action);
    const transitions = next && !ends ? [transitionTo(next, byRollover, notes)] : [];
    return { name: phase.name, actions, transitions };
  });
  return {
    body: {
      description: descriptionOf(policy, options, notes),
      default_state: String(states.at(0)?.name ?? ''),
      states,
    },
    notes: notes.all,
  };
};
