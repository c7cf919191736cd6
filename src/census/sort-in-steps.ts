// Sorting that can pause: half a million names are too many for one turn of a tablet's page.

const movesPerStep = 2048;

/** Sorts `ids` in place by `compare`, equal ones left in their order; a step is some thousand moves and yields the share that is done. */
export function* sortInSteps(ids: Uint32Array, compare: (a: number, b: number) => number): Generator<number, void> {
  let from: Uint32Array = ids;
  let to: Uint32Array = new Uint32Array(ids.length);
  let moves = 0;
  const allMoves = ids.length * Math.ceil(Math.log2(Math.max(2, ids.length)));
  for (let width = 1; width < ids.length; width *= 2) {
    for (let start = 0; start < ids.length; start += 2 * width) {
      const middle = Math.min(start + width, ids.length);
      const end = Math.min(start + 2 * width, ids.length);
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
  if (from !== ids) ids.set(from);
}
