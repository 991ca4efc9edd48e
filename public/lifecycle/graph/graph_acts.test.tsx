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
const BODY = {
  ...{ description: '', default_state: 'a' },
  states: [
    {
      name: 'a',
      actions: [],
      transitions: [
        { state_name: 'b', conditions: { min_index_age: '1d' } },
        { state_name: 'c', conditions: { min_index_age: '2d' } },
      ],
    },
    { name: 'b', actions: [], transitions: [] },
    { name: 'c', actions: [{ delete: {} }], transitions: [] },
  ],
};

const openGraph = async () => {
  const page = renderPage(<LifecycleRoutes />, {
    appId: APP_IDS.lifecycle,
    path: '/policies/cwl?view=graph',
    answer: routed({ ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample({ body: BODY }) }),
  });
  await screen.findAllByTestId('graphState');
  return page;
};

const labels = () =>
  screen.getAllByTestId('graphTransition').map((each) => each.getAttribute('aria-label') ?? '');

describe('a transition of the graph', () => {
  it('says as which of several it is looked at, and is moved before another by key and by form', async () => {
    await openGraph();
    expect(labels()[1]).toBe('From “a” to “c”, looked at as number 2 of 2: Once 2 days old');
    expect(screen.getAllByTestId('graphTransition')[1]).toHaveTextContent('2 · Once 2 days old');
    screen.getAllByTestId('graphTransition')[1].focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(labels()[0]).toContain('to “c”, looked at as number 1');
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('To “c”');
    await userEvent.click(screen.getByLabelText(/^Move To “c”.* down$/));
    expect(labels()[1]).toContain('to “c”');
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('To “c”');
  });

  it('takes up a state, is turned round, and begins elsewhere', async () => {
    const { history } = await openGraph();
    expect(screen.getByTestId('graphInsert')).toBeDisabled();
    await userEvent.click(screen.getAllByTestId('graphTransition')[1]);
    await userEvent.click(screen.getByTestId('graphInsert'));
    expect(labels()).toContain('From “state” to “c”: At once');
    expect(history.location.search).toContain('state=state');

    await userEvent.click(screen.getByLabelText('From “state” to “c”: At once'));
    await userEvent.click(screen.getByTestId('graphReverse'));
    expect(labels()).toContain('From “c” to “state”: At once');
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('From “c”');

    await userEvent.selectOptions(screen.getByTestId('transitionSource'), 'b');
    expect(labels()).toContain('From “b” to “state”: At once');
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('From “b”');
  });

  it('is hung on another state by dragging its end, and stays where it is let go elsewhere', async () => {
    await openGraph();
    await userEvent.click(screen.getAllByTestId('graphTransition')[0]);
    const onto = screen.getAllByTestId('graphState')[2];
    const under = jest.fn<Element | null, []>(() => null);
    Object.assign(document, { elementFromPoint: under });
    const drag = () => {
      fireEvent.pointerDown(screen.getByTestId('graphEnd-to'));
      fireEvent.pointerMove(window, { clientX: 50, clientY: 50 });
      fireEvent.pointerUp(window, { clientX: 50, clientY: 50 });
    };
    drag();
    expect(labels()[0]).toContain('From “a” to “b”');
    under.mockReturnValue(onto);
    drag();
    expect(labels()[0]).toContain('From “a” to “c”');
    Reflect.deleteProperty(document, 'elementFromPoint');
  });
});

describe('a state of the graph', () => {
  it('is duplicated under a name of its own, and made the start', async () => {
    await openGraph();
    await userEvent.click(screen.getAllByTestId('graphState')[2]);
    await userEvent.click(screen.getByTestId('graphDuplicate'));
    const copy = screen.getAllByTestId('graphState')[3];
    expect(copy).toHaveTextContent('c_copy');
    expect(copy).toHaveAttribute('aria-pressed', 'true');
    expect(copy).toHaveTextContent('End: deleted');
    await userEvent.click(screen.getByTestId('makeStart'));
    await waitFor(() => expect(copy).toHaveTextContent('Start'));
  });
});

describe('the canvas of the graph', () => {
  it('zooms by buttons, by keys and by Ctrl with the wheel, and leaves the wheel alone to the page', async () => {
    await openGraph();
    const canvas = screen.getByTestId('graphCanvas');
    const scale = () => screen.getByTestId('graphScale').textContent;
    expect(scale()).toBe('100%');
    await userEvent.click(screen.getByTestId('graphLarger'));
    expect(scale()).toBe('120%');
    canvas.focus();
    await userEvent.keyboard('-');
    await userEvent.keyboard('-');
    expect(scale()).toBe('83%');
    await userEvent.keyboard('0');
    expect(scale()).toBe('100%');
    // False where the page does not get it.
    expect(fireEvent.wheel(canvas, { deltaY: 100 })).toBe(true);
    expect(scale()).toBe('100%');
    expect(fireEvent.wheel(canvas, { deltaY: 100, ctrlKey: true })).toBe(false);
    expect(scale()).toBe('82%');
  });

  it('is dragged along by its background', async () => {
    await openGraph();
    const canvas = screen.getByTestId('graphCanvas');
    Object.defineProperties(canvas, { clientWidth: { value: 300 }, clientHeight: { value: 300 } });
    canvas.scrollLeft = 100;
    fireEvent.pointerDown(canvas, { button: 0, clientX: 200, clientY: 200 });
    fireEvent.pointerMove(window, { clientX: 150, clientY: 180 });
    fireEvent.pointerUp(window);
    fireEvent.pointerMove(window, { clientX: 0, clientY: 0 });
    expect(canvas.scrollLeft).toBe(150);
    expect(canvas.scrollTop).toBe(20);
  });
});
