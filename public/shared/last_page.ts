import { useEffect } from 'react';

/**
 * The page that was asked for may be gone (rows were deleted, a link is old): goes to the last one that there is.
 *
 * @param total undefined while it is not known.
 */
export const useLastPage = (
  { page, per_page: size }: { page: number; per_page: number },
  total: number | undefined,
  goTo: (page: number) => void
): void => {
  useEffect(() => {
    if (total === undefined) return;
    const last = Math.max(1, Math.ceil(total / size));
    if (page > last) goTo(last);
  });
};
