import type { JsonObject } from '../../../common/json/record';
import { addState, connect, connected, removeSelected, removeState } from './graph_edits';

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
