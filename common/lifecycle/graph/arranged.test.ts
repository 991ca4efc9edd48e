import fc from 'fast-check';
import { readPolicy } from '../policy/read_policy';
import { arranged } from './arranged';
import { holds, meet, onCurve } from './geometry';
import { layoutGraph } from './layout';
import type { Box } from './layout';
import { followNames, freePlace, onlyOf, placeNames, placesOf } from './places';
import { policyGraph } from './policy_graph';

const SIZES = {
  nodeSize: () => ({ width: 200, height: 80 }),
  labelSize: () => ({ width: 110, height: 26 }),
};

const graphOf = (leads: Readonly<Record<string, readonly string[]>>) =>
  policyGraph(
    readPolicy({
      default_state: Object.keys(leads)[0],
      states: Object.entries(leads).map(([name, to]) => ({
        name,
        transitions: to.map((state_name) => ({ state_name })),
      })),
    })
  );

const CHAIN = graphOf({ hot: ['warm'], warm: ['cold'], cold: ['gone'], gone: [] });

const laid = (graph: ReturnType<typeof graphOf>) => layoutGraph(graph, 'down', SIZES);

describe('states that somebody has put somewhere', () => {
  it('stand there, and nothing else moves', () => {
    const layout = laid(CHAIN);
    const places = { ...placesOf(CHAIN, layout), warm: { x: 400, y: 300 } };
    const seen = arranged(CHAIN, layout, places, 'down');
    expect(seen.nodes.get('1')).toMatchObject({ left: 400, top: 300 });
    expect(seen.nodes.get('0')).toEqual(layout.nodes.get('0'));
    expect(seen.edges.get('2-0')).toEqual(layout.edges.get('2-0'));
    expect(seen.edges.get('0-0')).not.toEqual(layout.edges.get('0-0'));
    expect(seen.width).toBeGreaterThanOrEqual(600);
  });

  it('are all laid out again where no place is kept', () => {
    const layout = laid(CHAIN);
    expect(arranged(CHAIN, layout, placesOf(CHAIN, layout), 'down')).toEqual(layout);
  });

  it('push the drawing within its bounds where one is put beyond them', () => {
    const layout = laid(CHAIN);
    const places = { ...placesOf(CHAIN, layout), cold: { x: -300, y: -50 } };
    const seen = arranged(CHAIN, layout, places, 'down');
    [...seen.nodes.values(), ...[...seen.edges.values()].map(({ label }) => label)].forEach(
      ({ left, top, width, height }) => {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(seen.width);
        expect(top + height).toBeLessThanOrEqual(seen.height);
      }
    );
    const again = arranged(CHAIN, layout, placesOf(CHAIN, seen), 'down');
    expect(again.nodes).toEqual(seen.nodes);
  });

  it('have lines that begin and end at their borders, past what stands between', () => {
    const graph = graphOf({ a: ['c'], b: [], c: ['a'] });
    const layout = laid(graph);
    const places = { a: { x: 300, y: 16 }, b: { x: 300, y: 200 }, c: { x: 300, y: 400 } };
    const { nodes, edges } = arranged(graph, layout, places, 'down');
    const labels = [...edges.values()].map(({ label }) => label);
    expect(meet(labels[0], labels[1])).toBe(false);
    edges.forEach(({ points: [start, by, end], label }) => {
      const between = nodes.get('1') as Box;
      const line = [...Array(50).keys()].map((i) => onCurve(start, by, end, i / 49));
      expect(line.some((point) => holds(between, point))).toBe(false);
      expect(meet(label, between)).toBe(false);
      const borders = [96, 400];
      expect(borders.some((y) => Math.abs(start.y - y) < 1) || [300, 500].includes(start.x)).toBe(
        true
      );
    });
  });

  it('give every transition a line that can be drawn, wherever they stand, also on each other', () => {
    const graph = graphOf({ a: ['a', 'b', 'a', 'x'], b: ['a', 'a'], c: ['b', 'c'] });
    const layout = laid(graph);
    const place = fc.record({
      x: fc.integer({ min: -500, max: 900 }),
      y: fc.integer({ min: -500, max: 900 }),
    });
    fc.assert(
      fc.property(fc.record({ a: place, b: place, c: place, x: place }), (places) => {
        const { nodes, edges } = arranged(graph, layout, places, 'down');
        expect(nodes.size).toBe(4);
        expect(edges.size).toBe(graph.edges.length);
        edges.forEach(({ points, label }) => {
          const numbers = [...points.flatMap(({ x, y }) => [x, y]), label.left, label.top];
          expect(points.length).toBeGreaterThan(1);
          expect(numbers.every(Number.isFinite)).toBe(true);
        });
      }),
      { numRuns: 60 }
    );
  });
});

describe('a state that is new', () => {
  it('gets a free place near the one that it comes from', () => {
    const places = placesOf(CHAIN, laid(CHAIN));
    const graph = graphOf({
      hot: ['warm'],
      warm: ['cold', 'new'],
      cold: ['gone'],
      gone: [],
      new: [],
    });
    const { nodes } = arranged(graph, laid(graph), places, 'down');
    const added = nodes.get('4') as Box;
    const others = ['0', '1', '2', '3'].map((key) => nodes.get(key) as Box);
    others.forEach((box) => expect(meet(added, box)).toBe(false));
    expect(others.map(({ left, top }) => ({ x: left, y: top }))).toEqual([
      ...[places.hot, places.warm, places.cold, places.gone],
    ]);
    expect(Math.abs(added.top - others[1].top)).toBeLessThan(200);
  });

  it('goes below everything where all around is taken', () => {
    const near = { left: 16, top: 16, width: 100, height: 50 };
    const all = { left: -5000, top: -5000, width: 10_000, height: 10_000 };
    expect(freePlace(near, near, [all], 'down')).toEqual({ x: 16, y: 5072 });
    expect(freePlace(near, near, [near], 'down').y).toBeGreaterThan(66);
    expect(freePlace(near, near, [near], 'right').x).toBeGreaterThan(116);
  });
});

describe('the places that are kept', () => {
  const places = { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } };

  it('follow a name that changes, and are none of a name that only comes or goes', () => {
    expect(followNames(places, ['a', 'b'], ['a', 'c'])).toEqual({ ...places, c: places.b });
    expect(followNames(places, ['a', 'b'], ['b', 'a'])).toBe(places);
    expect(followNames(places, ['a', 'b'], ['a', 'b', 'c'])).toBe(places);
    expect(followNames(places, ['a', 'b'], ['c'])).toBe(places);
  });

  it('are forgotten with their state', () => {
    expect(onlyOf(places, new Set(['b']))).toEqual({ b: places.b });
  });

  it('tell states of one name apart', () => {
    const graph = policyGraph(readPolicy({ states: [{ name: 'a' }, { name: 'a' }] }));
    expect(new Set(placeNames(graph).values()).size).toBe(2);
  });
});
