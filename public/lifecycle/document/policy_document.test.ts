import { RECORDINGS, recordedText } from '../../../common/lifecycle/testing/recorded';
import { parseLossless, stringifyLossless } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { lintPolicy } from '../../../common/lifecycle/lint/lint_policy';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { policyBody } from '../../../common/lifecycle/policy/policy_body';
import { newPolicies } from '../new_policies';
import { plainPolicy, readText, textOfPolicy, withPolicy } from './policy_text';
import { addTo, freeName, hasStates, moveBy, putAt, renameState } from './state_edits';
import { historyOf, redone, undone, written } from './text_history';

/** Requests and answers with a policy in them, as they were recorded. */
const recorded = (): JsonObject[] =>
  RECORDINGS.flatMap((file) => {
    const { request, response } = parseLossless(recordedText(file)) as unknown as {
      request: { body?: unknown };
      response: { body: { policies?: unknown[] } };
    };
    return [request.body, response.body, ...(response.body.policies ?? [])].filter(
      (document): document is JsonObject => {
        const body = policyBody(document);
        return isJsonObject(body) && 'states' in body;
      }
    );
  });

describe('the text of a policy', () => {
  it('says the same after it went through the views, whatever was recorded', () => {
    const documents = recorded();
    expect(documents.length).toBeGreaterThan(20);
    for (const document of documents) {
      const text = stringifyLossless(document);
      const read = readText(text);
      const before = canonicalText(policyBody(document) as JsonObject);
      expect(canonicalText(read.body ?? {})).toBe(before);
      // There and back: every edit writes the whole text anew.
      const there = withPolicy(read, putAt(read.body ?? {}, ['description'], 'other'));
      const again = readText(there);
      const { description } = read.body ?? {};
      const back = readText(
        withPolicy(again, putAt(again.body ?? {}, ['description'], description))
      );
      expect(canonicalText(back.body ?? {})).toBe(before);
      expect(back.wrapper).toEqual(read.wrapper);
    }
  });

  it('keeps what is around the policy, and every digit', () => {
    const read = readText('{"_id":"p","policy":{"x":9007199254740993,"y":5.0}}');
    expect(read.id).toBe('p');
    const text = withPolicy(read, putAt(read.body ?? {}, ['z'], 1));
    expect(parseLossless(text)).toEqual(
      parseLossless('{"_id":"p","policy":{"x":9007199254740993,"y":5.0,"z":1}}')
    );
  });

  it('says where it is no JSON, and that a list is no policy', () => {
    expect(readText('{\n "policy": }').problem).toMatchObject({ line: 2 });
    expect(readText('[]').problem?.message).toContain('object');
    expect(readText('').body).toBeUndefined();
  });

  it('becomes what a request can carry', () => {
    const { body = {} } = readText('{"a": 5.0, "b": [2, {"c": "x"}]}');
    expect(JSON.stringify(plainPolicy(body))).toBe('{"a":5,"b":[2,{"c":"x"}]}');
  });
});

describe('changes of states', () => {
  const body: JsonObject = {
    default_state: 'a',
    states: [
      { name: 'a', actions: [{ open: {} }, { close: {} }], transitions: [{ state_name: 'b' }] },
      { name: 'b', own: 1, transitions: [{ state_name: 'a' }] },
    ],
  };

  it('rename a state wherever it is named', () => {
    expect(renameState(body, 0, 'hot')).toEqual({
      default_state: 'hot',
      states: [
        { name: 'hot', actions: [{ open: {} }, { close: {} }], transitions: [{ state_name: 'b' }] },
        { name: 'b', own: 1, transitions: [{ state_name: 'hot' }] },
      ],
    });
  });

  it('move and add, and leave the ends alone', () => {
    const moved = moveBy(body, ['states', 0, 'actions'], 0, 1);
    expect(moved).toMatchObject({ states: [{ actions: [{ close: {} }, { open: {} }] }, {}] });
    expect(moveBy(body, ['states', 0, 'actions'], 0, -1)).toEqual(body);
    expect(addTo(body, ['states', 1, 'actions'], { open: {} })).toMatchObject({
      states: [{}, { actions: [{ open: {} }], own: 1 }],
    });
    expect(freeName(['state', 'state_2'], 'state')).toBe('state_3');
  });

  it('are only offered where there are lists of objects', () => {
    expect(hasStates(body)).toBe(true);
    expect(hasStates({})).toBe(true);
    expect(hasStates({ states: [1] })).toBe(false);
    expect(hasStates({ states: [{ actions: {} }] })).toBe(false);
  });
});

describe('undo', () => {
  it('takes back what one field did in one go, and brings it again', () => {
    let history = historyOf('0');
    history = written(history, '1', 'name', 1000);
    history = written(history, '12', 'name', 1200);
    history = written(history, '12!', 'other', 1300);
    expect(undone(history).text).toBe('12');
    expect(undone(undone(history)).text).toBe('0');
    expect(redone(undone(undone(history))).text).toBe('12');
    expect(undone(historyOf('0')).text).toBe('0');
    expect(redone(written(undone(history), 'x', '', 5000)).text).toBe('x');
  });
});

describe('what a new policy begins with', () => {
  it.each(newPolicies().map(({ name, body }) => ({ name, body })))(
    'has no error in it: $name',
    ({ body }) => {
      const errors = lintPolicy(readText(textOfPolicy(body)).body, { now: 0 }).filter(
        ({ severity }) => severity === 'error'
      );
      expect(errors).toEqual([]);
    }
  );
});
