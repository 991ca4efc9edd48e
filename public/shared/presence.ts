/** Somebody who has touched the page so lately is there, milliseconds. */
const PRESENT_FOR = 30_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

export interface Presence {
  /** False while nobody touches the page: what it asks then, it asks on its own. */
  isSomebodyThere(): boolean;
}

/** Watches for signs of a person in a window. That it was opened is one. */
export const watchPresence = (
  target: Pick<EventTarget, 'addEventListener'>,
  now: () => number
): Presence => {
  let seenAt = now();
  for (const sign of SIGNS) {
    target.addEventListener(sign, () => (seenAt = now()), { capture: true, passive: true });
  }
  return { isSomebodyThere: () => now() - seenAt < PRESENT_FOR };
};

let ofThisPage: Presence | undefined;

/** Of the page that this runs in. One for all rooms: they come and go, the page stays. */
export const pagePresence = (): Presence =>
  (ofThisPage ??= watchPresence(window, () => performance.now()));
