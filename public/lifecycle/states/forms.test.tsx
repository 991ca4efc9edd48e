import React, { useState } from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { JsonValue } from '../../../common/json/lossless';
import type { JsonObject } from '../../../common/json/record';
import { BESIDE_PARAMS } from '../../../common/lifecycle/actions/beside_params';
import { checkParam } from '../../../common/lifecycle/actions/check_param';
import type { Param } from '../../../common/lifecycle/actions/param';
import { ACTION_KINDS } from '../../../common/lifecycle/actions/registry';
import { CONDITION_KINDS } from '../../../common/lifecycle/conditions/condition_kinds';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { PolicyFields } from './policy_fields';
import { StateCard } from './state_card';
import { actionDetails } from './words';

/** What somebody types into the field of a parameter, and what the document is to say then. */
const typed = ({ type, default: preset }: Param): { text: string; value: JsonValue } => {
  switch (type.kind) {
    case 'integer':
      return { text: '7', value: 7 };
    case 'fraction':
      return { text: '0.25', value: 0.25 };
    case 'duration':
      return { text: '9d', value: '9d' };
    case 'size':
      return { text: '12gb', value: '12gb' };
    case 'texts':
      return { text: 'one, two', value: ['one', 'two'] };
    case 'template':
      return { text: '{{ctx.index}}', value: { source: '{{ctx.index}}' } };
    case 'json':
      return { text: '[{"add": {"alias": "x"}}]', value: [{ add: { alias: 'x' } }] };
    case 'reference':
      return { text: 'ops', value: { id: 'ops' } };
    case 'switch':
      return { text: '', value: preset !== true };
    case 'choice':
      return { text: type.options[1], value: type.options[1] };
    case 'text':
      return { text: 'some text', value: 'some text' };
    default:
      throw new Error(`“${type.kind}” has fields in it.`);
  }
};

let shown: JsonObject;

const Harness: React.FC<{ state: JsonObject }> = ({ state }) => {
  const [body, setBody] = useState<JsonObject>({ default_state: 'a', states: [state] });
  shown = body;
  return (
    <StateCard
      {...{ body, policy: readPolicy(body), place: 0, findings: [] }}
      edit={(change) => setBody(change)}
    />
  );
};

const show = (state: JsonObject) => render(<Harness state={{ name: 'a', ...state }} />);

const byMark = (mark: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-test-subj="${mark}"]`);
  if (!found) throw new Error(`Nothing is marked ${mark}.`);
  return found;
};

const fill = (param: Param): void => {
  const field = byMark(`param-${param.name}`);
  if (param.type.kind === 'switch') fireEvent.click(field);
  else fireEvent.change(field, { target: { value: typed(param).text } });
};

/** Those that have fields in them; a test each says what they write. */
const isLine = ({ type: { kind } }: Param): boolean =>
  !['object', 'list', 'one_of', 'named', 'flags', 'attributes', 'cron'].includes(kind);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const firstAction = (): unknown =>
  plain((shown.states as Array<{ actions: JsonObject[] }>)[0].actions[0]);

describe('the forms of actions', () => {
  it('are those of all 19, and of all 7 conditions', () => {
    expect(ACTION_KINDS).toHaveLength(19);
    expect(CONDITION_KINDS).toHaveLength(7);
  });

  it.each(ACTION_KINDS.map((kind) => [kind.type, kind] as const))(
    '%s has a field for each parameter, which writes it',
    (type, { params: all }) => {
      all.forEach(({ name }) => {
        const { unmount } = show({ actions: [{ [type]: {} }] });
        fireEvent.click(byMark('toggleAction'));
        expect(document.getElementById(`policy-states-0-actions-0-${type}-${name}`)).toBeVisible();
        unmount();
      });
      const params = all.filter(isLine);
      show({ actions: [{ [type]: {} }] });
      fireEvent.click(byMark('toggleAction'));
      params.forEach(fill);
      const values = params.map((param) => [param.name, typed(param).value]);
      expect(firstAction()).toEqual({ [type]: Object.fromEntries(values) });
      params.forEach((param) => expect(checkParam(param, typed(param).value)).toBeUndefined());
    }
  );

  it.each(ACTION_KINDS.map(({ type }) => type))('%s can be added from the list', (type) => {
    show({});
    fireEvent.change(byMark('addAction'), { target: { value: type } });
    expect(Object.keys(firstAction() as object)).toEqual([type]);
  });

  it('have time-out and retries beside them, and take out what is cleared', () => {
    show({ actions: [{ open: {} }] });
    fireEvent.click(byMark('toggleAction'));
    BESIDE_PARAMS.forEach(({ param }) => fill(param));
    expect(firstAction()).toEqual({
      ...{ open: {}, timeout: '9d' },
      retry: { count: 7, backoff: 'constant', delay: '9d' },
    });
    [...BESIDE_PARAMS].reverse().forEach(({ param: { name, type, default: preset } }) =>
      fireEvent.change(byMark(`param-${name}`), {
        target: { value: type.kind === 'choice' ? preset : '' },
      })
    );
    expect(firstAction()).toEqual({ open: {} });
  });
});

describe('the forms of transitions', () => {
  it.each(CONDITION_KINDS.map((kind) => [kind.name, kind] as const))(
    '%s is chosen, has a field, and is said in a sentence',
    (name, param) => {
      show({ transitions: [{ state_name: 'a' }] });
      const before = screen.getByText('To “a” at once').textContent;
      fireEvent.change(byMark('transitionCondition'), { target: { value: name } });
      const sentence = within(byMark('transitionSentence'));
      expect(sentence.queryByText(String(before))).not.toBeInTheDocument();
      if (isLine(param)) fill(param);
      const [{ transitions }] = shown.states as Array<{ transitions: JsonObject[] }>;
      const value = () => (param.type.kind === 'switch' ? false : typed(param).value);
      if (!isLine(param)) return;
      expect(plain(transitions[0])).toEqual({ state_name: 'a', conditions: { [name]: value() } });
    }
  );
});

describe('whoever is told of failures', () => {
  const Fields: React.FC = () => {
    const [body, setBody] = useState<JsonObject>({ own: 1, states: [] });
    shown = body;
    return <PolicyFields body={body} findings={[]} edit={(change) => setBody(change)} />;
  };

  it('is named by a channel and a message, and taken out again', () => {
    render(<Fields />);
    fireEvent.click(byMark('addErrorNotification'));
    fireEvent.change(byMark('param-channel'), { target: { value: 'ops' } });
    fireEvent.change(byMark('param-message_template'), { target: { value: 'It failed.' } });
    expect(plain(shown)).toEqual({
      ...{ own: 1, states: [] },
      error_notification: { channel: { id: 'ops' }, message_template: { source: 'It failed.' } },
    });
    fireEvent.click(byMark('removeErrorNotification'));
    expect(plain(shown)).toEqual({ own: 1, states: [] });
  });
});

describe('an action in one line', () => {
  const line = (action: JsonObject): string =>
    actionDetails(readPolicy({ states: [{ name: 'a', actions: [action] }] }).states[0].actions[0]);

  it('says what it is told as its fields do, and what it does not know as it is written', () => {
    expect(line({ allocation: { require: { temp: 'warm' }, wait_for: true } })).toBe(
      'All of these: temp=warm · Wait until moved: true'
    );
    expect(line({ notification: { channel: { id: 'ops' }, x_new: { a: 1 } } })).toBe(
      'Channel: ops · x_new: {"a":1}'
    );
    expect(
      line({ alias: { actions: [{ add: { alias: 'x' } }, { remove: { aliases: ['y'] } }] } })
    ).toBe('Changes: Add x; Remove y');
    expect(line({ alias: { actions: 'x' } })).toBe('Changes: x');
    expect(line({ alias: { actions: [{ x_new: 1 }] } })).toBe('Changes: { "x_new": 1 }');
  });
});
