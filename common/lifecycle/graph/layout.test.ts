import fc from 'fast-check';
import { policyGraph } from './policy_graph';
import { readPolicy } from '../policy/read_policy';
import { arrowPath, layoutGraph, linePath } from './layout';
import type { Box, Layout } from './layout';

const SIZES = {
  nodeSize: (key: string) => ({ width: 200, height: 60 + 10 * key.length }),
  labelSize: () => ({ width: 120, height: 24 }),
};

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width - 1 &&
  b.left < a.left + a.width - 1 &&
  a.top < b.top + b.height - 1 &&
  b.top < a.top + a.height - 1;

const inside = ({ width, height }: Layout, box: Box): boolean =>
  box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height;

const graphs = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((targets) =>
    policyGraph(
      readPolicy({
        default_state: 's0',
        states: targets.map((leads, i) => ({
          name: `s${i}`,
          transitions: leads.map((to) => ({ state_name: `s${to}` })),
        })),
      })
    )
  );

describe('the layout of a graph', () => {
  it('lets no state lie on another, within its bounds, whatever leads where', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.constantFrom('down' as const, 'right' as const),
        (graph, direction) => {
          const layout = layoutGraph(graph, direction, SIZES);
          const boxes = [...layout.nodes.values()];
          boxes.forEach((box, i) => {
            expect(inside(layout, box)).toBe(true);
            boxes.slice(i + 1).forEach((other) => expect(overlap(box, other)).toBe(false));
          });
          expect(layout.nodes.size).toBe(graph.nodes.length);
          expect(layout.edges.size).toBe(graph.edges.length);
          layout.edges.forEach(({ points, label }) => {
            expect(points.length).toBeGreaterThan(1);
            expect(Number.isFinite(label.left + label.top)).toBe(true);
          });
        }
      ),
      { numRuns: 60 }
    );
  });

  it('goes down or to the right', () => {
    const graph = policyGraph(
      readPolicy({
        default_state: 'a',
        states: [{ name: 'a', transitions: [{ state_name: 'b' }] }, { name: 'b' }],
      })
    );
    const [down, right] = (['down', 'right'] as const).map((direction) => {
      const [a, b] = [...layoutGraph(graph, direction, SIZES).nodes.values()];
      return { below: b.top >= a.top + a.height, beside: b.left >= a.left + a.width };
    });
    expect(down).toEqual({ below: true, beside: false });
    expect(right).toEqual({ below: false, beside: true });
  });
});

describe('a transition back to its own state', () => {
  it.each(['down', 'right'] as const)('begins and ends at its border (%s)', (direction) => {
    const graph = policyGraph(
      readPolicy({
        default_state: 'a',
        states: [{ name: 'a', transitions: [{ state_name: 'a' }] }],
      })
    );
    const { nodes, edges } = layoutGraph(graph, direction, SIZES);
    const [[, box]] = nodes;
    const [[, { points }]] = edges;
    const borders = [box.left, box.left + box.width, box.top, box.top + box.height];
    for (const { x, y } of [points[0], points[points.length - 1]]) {
      expect(borders.includes(x) || borders.includes(y)).toBe(true);
    }
  });
});

describe('a line', () => {
  it('begins at its first point and ends at its last, with an arrow in its direction', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 0, y: 100 },
    ];
    expect(linePath(points)).toBe('M0,0 Q0,50 0,100');
    expect(linePath([points[0], points[2]])).toBe('M0,0 L0,100');
    expect(linePath([])).toBe('');
    expect(arrowPath(points)).toMatch(/^M0,100 L4,92 L-4,92 Z$/);
  });
});
