import React from 'react';
import { linePath } from '../../../common/lifecycle/graph/layout';
import type { PlacedEdge, Point } from '../../../common/lifecycle/graph/layout';
import type { Path } from '../../../common/lifecycle/policy/policy';
import type { Rehanger } from './use_rehanging';

/** A line that is being drawn. */
export const DrawnLine: React.FC<{ from: Point; to: Point }> = ({ from, to }) => (
  <path
    className="euiTextColor euiTextColor--success"
    d={linePath([from, to])}
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeDasharray="6 4"
  />
);

const lastOf = (points: readonly Point[]): Point => points[points.length - 1];

/** The line from the end that stays to the pointer. */
export const RehangingLine: React.FC<{ edge: PlacedEdge | undefined; rehanger: Rehanger }> = ({
  edge,
  rehanger: { rehanging },
}) => {
  if (!edge || !rehanging?.pointer) return null;
  const { points } = edge;
  return (
    <DrawnLine from={rehanging.end === 'to' ? points[0] : lastOf(points)} to={rehanging.pointer} />
  );
};

/** The two ends of a transition, by which it is dragged to other states. By key the form beside the graph does it. */
export const EdgeEnds: React.FC<{ edge: PlacedEdge; path: Path; rehanger: Rehanger }> = ({
  edge: { points },
  path,
  rehanger,
}) => (
  <>
    {(['from', 'to'] as const).map((end) => {
      const { x, y } = end === 'from' ? points[0] : lastOf(points);
      return (
        <span
          key={end}
          className="watchkeeperGraph__end euiPanel euiTextColor euiTextColor--secondary"
          style={{ left: x, top: y }}
          onPointerDown={() => rehanger.press(path, end)}
          data-graph-part
          data-test-subj={`graphEnd-${end}`}
          aria-hidden
        />
      );
    })}
  </>
);
