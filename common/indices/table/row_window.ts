/** Which rows of a long table are drawn: from `first` up to, not including, `end`. */
export interface RowWindow {
  first: number;
  end: number;
  /** Pixels that stand for the rows before and after. */
  before: number;
  after: number;
}

/** Rows beside those that can be seen, so that a quick scroll does not meet nothing. */
const BESIDE = 15;

/** @param top pixels scrolled @param height pixels that can be seen */
export const rowWindow = (
  count: number,
  rowHeight: number,
  top: number,
  height: number
): RowWindow => {
  const inSight = Math.ceil(height / rowHeight);
  // A table that has become shorter may still be scrolled to where its end was.
  const firstSeen = Math.min(
    Math.floor(Math.max(0, top) / rowHeight),
    Math.max(0, count - inSight)
  );
  const first = Math.max(0, firstSeen - BESIDE);
  const end = Math.min(count, firstSeen + inSight + 1 + BESIDE);
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
};
