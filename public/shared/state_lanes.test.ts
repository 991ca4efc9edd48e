import { drawable, lengthsOf, statesIn, sumsOf } from './state_lanes';
import type { LaneState } from './state_lanes';

const lane = (...states: LaneState[]) =>
  states.map((state, i) => ({ from: i * 10, to: (i + 1) * 10, state }));

describe('the states of one thing through time', () => {
  it('are drawn as they are where they are few', () => {
    const few = lane('ok', 'active');
    expect(drawable(few, 0, 20, 2)).toEqual(few);
  });

  it('keep what is short and bad where they are many', () => {
    const many = lane('ok', 'ok', 'active', 'ok', 'ok', 'ok', 'ok', 'error');
    expect(drawable(many, 0, 80, 4)).toEqual([
      { from: 0, to: 20, state: 'ok' },
      { from: 20, to: 40, state: 'active' },
      { from: 40, to: 60, state: 'ok' },
      { from: 60, to: 80, state: 'error' },
    ]);
  });

  it('are summed up without those in which it was well, the worst first', () => {
    expect(sumsOf(lane('ok', 'pending', 'active', 'ok', 'active'))).toEqual([
      { state: 'active', times: 2, milliseconds: 20 },
      { state: 'pending', times: 1, milliseconds: 10 },
    ]);
  });

  it('have lengths of which none is left out, the longest first', () => {
    expect(lengthsOf(lane('future', 'ok', 'not_run', 'ok'))).toEqual([
      { state: 'ok', milliseconds: 20 },
      { state: 'future', milliseconds: 10 },
      { state: 'not_run', milliseconds: 10 },
    ]);
  });

  it('have a legend of what occurs', () => {
    expect(statesIn([lane('active', 'ok'), lane('ok', 'pending')])).toEqual([
      'ok',
      'pending',
      'active',
    ]);
  });
});
