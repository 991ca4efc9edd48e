import type { JsonObject } from '../../../common/json/record';
import {
  addState,
  connect,
  connected,
  duplicateState,
  insertState,
  leadFrom,
  removeSelected,
  removeState,
  reverse,
} from './graph_edits';

const body: JsonObject = {
  ...{ default_state: 'a', own: 1 },
  states: [
    { name: 'a', transitions: [{ state_name: 'b' }, { state_name: 'c' }, { state_name: 'b' }] },
    { name: 'b', own: [1] },
    { name: 'c', transitions: [{ state_name: 'a' }] },
  ],
};

describe('what is drawn', () => {
  it('adds a state under a name that is free, at the end', () => {
    expect(addState(addState(body)).states).toEqual([
      ...(body.states as JsonObject[]),
      { name: 'state', actions: [], transitions: [] },
      { name: 'state_2', actions: [], transitions: [] },
    ]);
  });

  it('connects two states by an age, so that nothing is deleted at once', () => {
    expect(connected(body, 1)).toEqual(['states', 1, 'transitions', 0]);
    expect(connected(body, 0)).toEqual(['states', 0, 'transitions', 3]);
    expect(connect(body, 1, 'c')).toMatchObject({
      own: 1,
      states: [
        {},
        { own: [1], transitions: [{ state_name: 'c', conditions: { min_index_age: '30d' } }] },
        {},
      ],
    });
  });

  it('takes a state out with what leads to it', () => {
    expect(removeState(body, 1)).toEqual({
      ...{ default_state: 'a', own: 1 },
      states: [{ name: 'a', transitions: [{ state_name: 'c' }] }, (body.states as JsonObject[])[2]],
    });
  });

  it('begins in the first state that is left where the start is taken out', () => {
    expect(removeState(body, 0)).toEqual({
      ...{ default_state: 'b', own: 1 },
      states: [
        { name: 'b', own: [1] },
        { name: 'c', transitions: [] },
      ],
    });
  });

  it('keeps what leads to a name that another state has as well', () => {
    const twice = { ...body, states: [...(body.states as JsonObject[]), { name: 'a' }] };
    expect(removeState(twice, 3)).toEqual(body);
  });

  it('takes one transition out', () => {
    expect(removeSelected(body, ['states', 0, 'transitions', 1])).toMatchObject({
      states: [{ transitions: [{ state_name: 'b' }, { state_name: 'b' }] }, {}, {}],
    });
  });
});

describe('a transition that is changed by drawing', () => {
  const drawn: JsonObject = {
    ...{ default_state: 'a', own: 1 },
    states: [
      {
        name: 'a',
        transitions: [{ state_name: 'c', conditions: { min_index_age: '9d' }, own: 2 }],
      },
      { name: 'b' },
      { name: 'c', transitions: [{ state_name: 'gone' }, { state_name: 'c' }] },
    ],
  };
  const path = ['states', 0, 'transitions', 0];

  it('takes up a state, which passes on at once, so that nothing happens earlier or later', () => {
    expect(insertState(drawn, path)).toEqual({
      ...{ default_state: 'a', own: 1 },
      states: [
        {
          name: 'a',
          transitions: [{ state_name: 'state', conditions: { min_index_age: '9d' }, own: 2 }],
        },
        { name: 'state', actions: [], transitions: [{ state_name: 'c' }] },
        ...(drawn.states as JsonObject[]).slice(1),
      ],
    });
  });

  it('is turned round with what it waits for, unless it leads nowhere or to itself', () => {
    expect(reverse(drawn, path)).toMatchObject({
      states: [
        { transitions: [] },
        {},
        { transitions: [{}, {}, { state_name: 'a', conditions: { min_index_age: '9d' }, own: 2 }] },
      ],
    });
    expect(reverse(drawn, ['states', 2, 'transitions', 0])).toBe(drawn);
    expect(reverse(drawn, ['states', 2, 'transitions', 1])).toBe(drawn);
  });

  it('begins in another state', () => {
    expect(leadFrom(drawn, path, 1)).toMatchObject({
      states: [{ transitions: [] }, { transitions: [{ state_name: 'c', own: 2 }] }, {}],
    });
    expect(leadFrom(drawn, path, 0)).toBe(drawn);
    expect(leadFrom(drawn, ['states', 0, 'transitions', 5], 1)).toBe(drawn);
  });

  it('comes along with a copy of its state, to which nothing leads', () => {
    const [a, copy, b] = duplicateState(drawn, 0).states as JsonObject[];
    expect(copy).toEqual({ ...a, name: 'a_copy' });
    expect(b).toEqual({ name: 'b' });
  });
});
