// Sorting that can pause: half a million names are too many for one turn of a tablet's page.

const movesPerStep = 2048;

/**
 * The numbers from 0 up to, not including, `count`, sorted by `compare`; equal ones stay in their order. A step is some
 * thousand moves and yields the share that is done.
 */
export function* sortInSteps(count: number, compare: (a: number, b: number) => number): Generator<number, Uint32Array> {
  let from = new Uint32Array(count);
  for (let number = 0; number < count; number += 1) from[number] = number;
  let to = new Uint32Array(count);
  let moves = 0;
  const allMoves = count * Math.ceil(Math.log2(Math.max(2, count)));
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        const a = from[left] ?? 0;
        const b = from[right] ?? 0;
        const takesLeft = left < middle && (right >= end || compare(a, b) <= 0);
        to[place] = takesLeft ? a : b;
        if (takesLeft) left += 1;
        else right += 1;
        moves += 1;
        if (moves % movesPerStep === 0) yield moves / allMoves;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
