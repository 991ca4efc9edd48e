import React from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { POLICIES_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { WITH_ISM, recordSample } from '../testing/policy_samples';

beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  // Missing in jsdom: events of a pointer would have no place.
  Object.assign(window, { PointerEvent: MouseEvent });
});
beforeEach(() => localStorage.clear());

const POLICY = `${POLICIES_PATH}/cwl`;

const openGraph = async () => {
  const { view } = renderPage(<LifecycleRoutes />, {
    appId: APP_IDS.lifecycle,
    path: '/policies/cwl?view=graph',
    answer: routed({ ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample() }),
  });
  await screen.findAllByTestId('graphState');
  return view;
};

const boxes = () =>
  screen.getAllByTestId('graphState').map((state) => {
    const box = state.closest<HTMLElement>('[data-state-place]');
    return { left: box?.style.left, top: box?.style.top };
  });

const drag = (element: HTMLElement, x: number, y: number) => {
  fireEvent.pointerDown(element, { button: 0, clientX: 100, clientY: 100 });
  fireEvent.pointerMove(window, { clientX: 100 + x / 2, clientY: 100 + y / 2 });
  fireEvent.pointerMove(window, { clientX: 100 + x, clientY: 100 + y });
};
const drop = (element: HTMLElement) => {
  fireEvent.pointerUp(window);
  fireEvent.click(element, { detail: 1 });
};

const shift = (before: string | undefined, after: string | undefined) =>
  parseFloat(after ?? '') - parseFloat(before ?? '');

describe('a state of the graph', () => {
  it('is moved by dragging, which selects nothing, and stands there after a reload', async () => {
    const view = await openGraph();
    const before = boxes();
    const warm = screen.getAllByTestId('graphState')[1];
    drag(warm, 200, 40);
    expect(shift(before[1].left, boxes()[1].left)).toBeCloseTo(200, 0);
    drop(warm);
    const after = boxes();
    expect(shift(before[1].top, after[1].top)).toBeCloseTo(40, 0);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(warm).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByTestId('graphHint')).toHaveTextContent('“warm” now stands at');
    // The document says nothing of it.
    expect(screen.getByTestId('undoEdit')).toBeDisabled();
    view.unmount();
    await openGraph();
    expect(boxes()).toEqual(after);
  });

  it('is selected by a press that does not move it', async () => {
    await openGraph();
    const before = boxes();
    const warm = screen.getAllByTestId('graphState')[1];
    drag(warm, 2, 1);
    drop(warm);
    expect(boxes()).toEqual(before);
    expect(warm).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByTestId('graphTidy')).toBeDisabled();
  });

  it('goes back where it was when Escape ends the move', async () => {
    await openGraph();
    const before = boxes();
    const warm = screen.getAllByTestId('graphState')[1];
    drag(warm, 90, 90);
    fireEvent.keyDown(warm, { key: 'Escape' });
    drop(warm);
    expect(boxes()).toEqual(before);
    expect(warm).toHaveAttribute('aria-pressed', 'false');
  });

  it('is moved by Alt and an arrow, put back by tidying up, and that is taken back', async () => {
    await openGraph();
    const before = boxes();
    screen.getAllByTestId('graphState')[1].focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{ArrowDown}{/Alt}');
    const after = boxes();
    expect(shift(before[1].left, after[1].left)).toBeCloseTo(40, 0);
    expect(shift(before[1].top, after[1].top)).toBeCloseTo(20, 0);
    await userEvent.click(screen.getByTestId('graphTidy'));
    expect(boxes()).toEqual(before);
    await userEvent.click(screen.getByTestId('graphUntidy'));
    expect(boxes()).toEqual(after);
  });

  it('keeps its place when it is renamed, and leaves it to nobody when it is taken out', async () => {
    await openGraph();
    const warm = screen.getAllByTestId('graphState')[1];
    drag(warm, 200, 40);
    drop(warm);
    const after = boxes();
    fireEvent.click(warm, { detail: 0 });
    const name = screen.getByTestId('stateName');
    fireEvent.change(name, { target: { value: 'cold' } });
    fireEvent.blur(name);
    await waitFor(() => expect(screen.getAllByTestId('graphState')[1]).toHaveTextContent('cold'));
    expect(boxes()).toEqual(after);
    await userEvent.click(screen.getByTestId('graphAddState'));
    const added = boxes()[3];
    expect(boxes().slice(0, 3)).toEqual(after);
    expect(after).not.toContainEqual(added);
    fireEvent.keyDown(screen.getAllByTestId('graphState')[3], { key: 'Delete' });
    expect(boxes()).toEqual(after);
    await waitFor(() =>
      expect(localStorage.getItem('watchkeeper.policy_graphs')).toContain('cold')
    );
  });
});
