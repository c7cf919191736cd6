// How many of a row of buttons stand in its first two lines: where the list below needs the height, the others are left
// out.
import { useLayoutEffect, useState, type RefObject } from "react";

const lines = 2;

/** Null until it is measured: all are to be there then. Measured again when the place gets another width. */
export function useFirstRows(place: RefObject<HTMLElement | null>): number | null {
  const [fitting, setFitting] = useState<number | null>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    let width = current.clientWidth;
    const observer = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      setFitting(null);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [place]);
  useLayoutEffect(() => {
    if (fitting !== null || place.current === null) return;
    const tops = [...place.current.children].map((child) => child.getBoundingClientRect().top);
    const begin = new Set([...new Set(tops)].slice(0, lines));
    // oxlint-disable-next-line react/set-state-in-effect -- what fits is known once it is laid out, and is not to be seen before
    setFitting(tops.filter((top) => begin.has(top)).length);
  }, [fitting, place]);
  return fitting;
}
