import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What stands above the rows when the page is scrolled: the header and the heads of the columns, px. */
const COVERED = 100;

/** How many rows lower what stood at `first` stands now; what is gone is represented by what came after it. */
export function shiftOf(before: readonly string[], after: readonly string[], first: number): number {
  const places = new Map(after.map((key, index) => [key, index]));
  for (const [index, key] of before.entries()) {
    if (index < first) continue;
    const place = places.get(key);
    if (place !== undefined) return place - index;
  }
  return 0;
}

/**
 * Scrolls along when rows come or go above the ones that are looked at, so that they keep their place on screen. At the
 * top of the list nothing is kept: there new rows are seen coming. `list` names what is listed: another list, another place.
 */
export function useKeepPlace(
  box: RefObject<HTMLElement | null>,
  keys: readonly string[],
  rowHeight: number,
  list: string,
): void {
  const shown = useRef({ keys, list });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { keys, list };
    if (before.keys === keys || before.list !== list || !box.current) return;
    const above = COVERED - box.current.getBoundingClientRect().top;
    if (above <= 0) return;
    const shift = shiftOf(before.keys, keys, Math.floor(above / rowHeight));
    if (shift !== 0) window.scrollBy({ top: shift * rowHeight, behavior: 'instant' });
  }, [box, keys, rowHeight, list]);
}
