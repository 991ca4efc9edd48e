import fc from 'fast-check';
import type { JsonObject } from '../../../common/json/record';
import { isJsonObject } from '../../../common/json/record';
import { JavaDouble } from '../../../common/json/java_double';
import { parseLossless, stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import type { ParamType } from '../../../common/lifecycle/actions/param';
import { ACTION_KINDS } from '../../../common/lifecycle/actions/registry';
import { CONDITION_KINDS } from '../../../common/lifecycle/conditions/condition_kinds';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { policyBody } from '../../../common/lifecycle/policy/policy_body';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { RECORDINGS, recordedText } from '../../../common/lifecycle/testing/recorded';
import { addState, connect, connected, removeSelected, removeState } from './graph_edits';
import { isWide } from '../states/fields/fits';
import { readText, textOfPolicy, withPolicy } from './policy_text';
import { addTo, moveBy, objectsAt, putAt, renameState } from './state_edits';

const isPolicy = (document: unknown): document is JsonObject => {
  const body = policyBody(document);
  return isJsonObject(body as JsonObject) && Array.isArray((body as JsonObject).states);
};

const FIXTURES: string[] = [...RECORDINGS, 'seed_policy.json'].flatMap((file) => {
  const recorded = parseLossless(recordedText(file)) as unknown as {
    request?: { body?: unknown };
    response?: { body: { policies?: unknown[] } };
  };
  const { request, response } = recorded;
  const found = response
    ? [request?.body, response.body, ...(response.body.policies ?? [])]
    : [recorded];
  return found.filter(isPolicy).map((document) => stringifyLossless(document));
});

/** With states that can be told apart, as every edit needs them. */
const RECORDED = FIXTURES.filter((text) => {
  const names = objectsAt(readText(text).body?.states).map(({ name }) => name);
  return names.length > 1 && new Set(names).size === names.length;
});

/** A change and the one that takes it back, as each view makes them. */
interface ThereAndBack {
  name: string;
  there: (body: JsonObject) => JsonObject;
  back: (changed: JsonObject, before: JsonObject) => JsonObject;
}

const last = (body: JsonObject): number => objectsAt(body.states).length - 1;
const nameAt = (body: JsonObject, place: number): string =>
  String(objectsAt(body.states)[place]?.name);
const actionsOf = (body: JsonObject): Path => ['states', last(body), 'actions'];
const countAt = (body: JsonObject): number =>
  objectsAt(objectsAt(body.states)[last(body)]?.actions).length;

const EDITS: ThereAndBack[] = [
  {
    name: 'a field of the cards',
    there: (body) => putAt(body, ['description'], 'other'),
    back: (changed, { description }) => putAt(changed, ['description'], description),
  },
  {
    name: 'a name on a card',
    there: (body) => renameState(body, 0, 'another name'),
    back: (changed, before) => renameState(changed, 0, nameAt(before, 0)),
  },
  {
    name: 'the order of the states',
    there: (body) => moveBy(body, ['states'], 0, last(body)),
    back: (changed) => moveBy(changed, ['states'], last(changed), -last(changed)),
  },
  {
    name: 'an action that is added and taken out',
    there: (body) => addTo(body, actionsOf(body), { spin: { x: [1.5, null] } }),
    back: (changed) => removeAt(changed, [...actionsOf(changed), countAt(changed) - 1]),
  },
  {
    name: 'a state that is drawn and taken out',
    there: (body) => addState(body),
    back: (changed) => removeState(changed, last(changed)),
  },
  {
    name: 'a transition that is drawn and taken out',
    there: (body) => connect(body, 0, nameAt(body, last(body))),
    back: (changed, before) => removeSelected(changed, connected(before, 0)),
  },
];

/**
 * What a form does to a value in any place of an action: a member more, a row more, another order; and back. Each as the
 * fields do it, by a new value at a path.
 */
const VALUES = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(null, true, 'text', 5, 1.5, 12345678901234567890n),
    fc.constant<JsonValue>(new JavaDouble(1)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), tie('value'), { maxKeys: 3 })
  ),
})).value;

const shaped = (type: ParamType): fc.Arbitrary<JsonValue> => {
  switch (type.kind) {
    case 'object':
      return fc
        .tuple(...type.params.map((param) => fc.option(shaped(param.type))), VALUES)
        .map((values) => {
          const known = type.params.map(({ name }, i) => [name, values[i]] as const);
          const kept = known.filter(([, value]) => value !== null);
          return Object.fromEntries([...kept, ['x_more', values[values.length - 1]]]);
        });
    case 'list':
      return fc.array(fc.oneof(shaped(type.of), VALUES), { maxLength: 3 });
    case 'one_of':
      return fc.oneof(
        ...type.options.map((option) =>
          shaped(option.type).map((value): JsonValue => ({ [option.name]: value }))
        )
      );
    case 'named':
      return fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), shaped(type.of), { maxKeys: 2 });
    case 'flags':
      return fc.subarray(type.options.map(({ name }): JsonValue => ({ [name]: {} })));
    default:
      return VALUES;
  }
};

const NESTED = ACTION_KINDS.flatMap(({ type, params }) =>
  params
    .filter((param) => isWide(param.type) || param.type.kind === 'attributes')
    .map((param) => ({ type, param }))
);

/** Once through the text, as every view writes it. */
const through = (text: string, change: (body: JsonObject) => JsonObject): string => {
  const read = readText(text);
  return withPolicy(read, change(read.body ?? {}));
};

const valueAt = (value: JsonValue | undefined, path: Path): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>((now, key) => {
    if (Array.isArray(now)) return now[Number(key)];
    return isJsonObject(now) ? now[key] : undefined;
  }, value);

/** The paths of all values within a value. */
const places = (value: JsonValue): Path[] => {
  const inner: Array<[string | number, JsonValue]> = Array.isArray(value)
    ? value.map((each, i) => [i, each])
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [[], ...inner.flatMap(([key, each]) => places(each).map((path) => [key, ...path]))];
};

const canonical = (text: string): string => canonicalText(readText(text).body ?? {});

const survives = (text: string, { there, back }: ThereAndBack): void => {
  const before = readText(text).body ?? {};
  const changed = through(text, there);
  expect(canonical(changed)).not.toBe(canonical(text));
  const again = through(changed, (body) => back(body, before));
  expect(canonical(again)).toBe(canonical(text));
  expect(readText(again).wrapper).toEqual(readText(text).wrapper);
};

const strange = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,5}$/), fc.jsonValue(), { maxKeys: 2 });
const action = fc
  .tuple(
    fc.constantFrom(...ACTION_KINDS.map(({ type }) => type), 'x_new', 'x_custom'),
    fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.jsonValue(), { maxKeys: 3 }),
    strange
  )
  .map(([type, params, more]) => ({ ...more, [type]: params }));
const states = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 5 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({
          name: fc.constant(name),
          actions: fc.array(action, { maxLength: 3 }),
          transitions: fc.array(
            fc
              .tuple(
                fc.constantFrom(...names),
                fc.constantFrom(...CONDITION_KINDS.map((kind) => kind.name), 'x_when'),
                fc.jsonValue(),
                strange
              )
              .map(([to, condition, value, more]) => ({
                ...{ state_name: to, conditions: { [condition]: value } },
                ...more,
              })),
            { maxLength: 2 }
          ),
        })
      )
    )
  );
const policies = fc.tuple(states, strange).map(([made, more]) =>
  JSON.stringify({
    policy: { ...more, description: 'd', default_state: made[0].name, states: made },
  })
);

describe('a policy survives, in canonical form to the byte,', () => {
  it('whatever was recorded', () => {
    expect(RECORDED.length).toBeGreaterThan(10);
  });

  it.each(EDITS.map((edit) => [edit.name, edit] as const))('%s', (_name, edit) => {
    RECORDED.forEach((text) => survives(text, edit));
    fc.assert(
      fc.property(policies, (text) => survives(text, edit)),
      { numRuns: 50 }
    );
  });

  it.each(NESTED.map(({ type, param }) => [`${type}.${param.name}`, type, param] as const))(
    'a change and its undoing anywhere within %s',
    (_name, type, param) => {
      const at: Path = ['states', 0, 'actions', 0, type, param.name];
      fc.assert(
        fc.property(shaped(param.type), fc.context(), (value, context) => {
          const body: JsonObject = {
            ...{ description: '', default_state: 'a' },
            states: [{ name: 'a', actions: [{ [type]: { [param.name]: value } }] }],
          };
          const text = textOfPolicy(body);
          places(value).forEach((place) => {
            const path = [...at, ...place];
            context.log(path.join('.'));
            const before = valueAt(body, path);
            const changed = through(text, (now) => putAt(now, path, 'another'));
            const again = through(changed, (now) => putAt(now, path, before));
            expect(again).toBe(text);
          });
        }),
        { numRuns: 30 }
      );
    }
  );

  it('the canonical form itself', () => {
    fc.assert(
      fc.property(policies, (text) => {
        const once = canonical(text);
        expect(canonical(once)).toBe(once);
      }),
      { numRuns: 100 }
    );
  });
});
