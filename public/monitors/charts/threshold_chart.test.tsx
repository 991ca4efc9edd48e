import React, { useState } from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BackTestPoint } from '../../../common/monitors/back_test/back_test';
import type { Threshold } from '../../../common/monitors/threshold/threshold';
import { showMonitors } from '../testing/show_monitors';
import { ThresholdChart } from './threshold_chart';

const START = 1_700_000_000_000;
const MINUTE = 60_000;

/** The highest is 20: the chart goes up to 23. */
const POINTS: BackTestPoint[] = [5, 20, undefined, 10, 12].map((measure, i) => ({
  end: START + i * MINUTE,
  triggered: false,
  ...(measure === undefined ? {} : { measure }),
}));

const show = (
  comparison: Threshold['comparison'] = '>',
  points = POINTS,
  windows = POINTS.length
) => {
  const put: string[] = [];
  const Held: React.FC = () => {
    const [saved, setSaved] = useState('9');
    const [dragged, setDragged] = useState<string>();
    return (
      <ThresholdChart
        points={points}
        windows={windows}
        threshold={{ measure: 'params.n', comparison, value: dragged ?? saved }}
        measure="number of documents"
        isCount
        onDrag={setDragged}
        onPut={(value) => {
          put.push(value);
          setDragged(undefined);
          setSaved(value);
        }}
        onCancel={() => setDragged(undefined)}
      />
    );
  };
  showMonitors(<Held />, {});
  return put;
};

const line = () => screen.getByRole('slider', { name: 'Threshold: number of documents' });
const words = () => screen.getByTestId('thresholdCrossings').textContent;

const box = (top: number, height: number) => ({ top, height, bottom: top + height }) as DOMRect;

/** A plot of 230 pixels at the top of the page: ten for each document. */
const layOut = () =>
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: Element
  ) {
    if (this.getAttribute('role') !== 'slider') return box(0, 230);
    return box((23 - Number(this.getAttribute('aria-valuenow'))) * 10 - 8, 16);
  });

const pointer = (type: string, clientY: number): void => {
  act(() => {
    line().dispatchEvent(new MouseEvent(type, { bubbles: true, clientY, button: 0 }));
  });
};

describe('a threshold over the numbers of the last hours', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says in how many windows it is true', () => {
    show();
    expect(words()).toBe('True in 3 of 4 windows: number of documents is more than 9.');
    expect(screen.getByTestId('thresholdChart')).toHaveTextContent(/the highest is 20/);
  });

  it('counts bars where there are more windows than can be drawn', () => {
    show('>', POINTS, 15);
    expect(words()).toMatch(/^True in 3 of 4 bars, each the worst of 3 windows: /);
  });

  it('is moved by the keyboard, and the words with it', async () => {
    const put = show();
    expect(line()).toHaveAttribute('aria-valuenow', '9');
    line().focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(words()).toBe('True in 2 of 4 windows: number of documents is more than 10.');
    await userEvent.keyboard('{ArrowDown}{PageUp}{Home}{End}');
    expect(put).toEqual(['10', '9', '19', '0', '23']);
    expect(line()).toHaveAttribute('aria-valuetext', '23');
  });

  it('is dragged by the mouse: the words follow, and it is put where it is let go', () => {
    layOut();
    const put = show();
    pointer('pointerdown', 140);
    pointer('pointermove', 80);
    expect(words()).toBe('True in 1 of 4 windows: number of documents is more than 15.');
    expect(put).toEqual([]);
    pointer('pointermove', -500);
    expect(line()).toHaveAttribute('aria-valuenow', '23');
    pointer('pointermove', 110);
    pointer('pointerup', 110);
    expect(put).toEqual(['12']);
    pointer('pointermove', 20);
    expect(words()).toContain('more than 12');
  });

  it('does not jump when it is taken hold of beside the line', () => {
    layOut();
    const put = show();
    pointer('pointerdown', 146);
    pointer('pointermove', 136);
    pointer('pointerup', 136);
    expect(put).toEqual(['10']);
  });

  it('goes back where it was by Escape', () => {
    layOut();
    const put = show();
    pointer('pointerdown', 140);
    pointer('pointermove', 80);
    fireEvent.keyDown(line(), { key: 'Escape' });
    pointer('pointerup', 80);
    expect(put).toEqual([]);
    expect(line()).toHaveAttribute('aria-valuenow', '9');
  });

  it('has no line where something is only equal to it', () => {
    show('==');
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(words()).toContain('True in 0 of 4 windows');
  });
});
