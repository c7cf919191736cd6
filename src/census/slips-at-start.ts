// How many slips of the finger lie between what was typed and the start of a word: a letter too many, too few, another
// one, or two swapped.

/** The least number of slips that makes `typed` a beginning of `word`; `limit + 1` as soon as it is known to be more than `limit`. */
export function slipsAtStart(word: string, typed: string, limit: number): number {
  if (word.length < typed.length - limit) return limit + 1;
  const start = word.slice(0, typed.length + limit);
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: start.length + 1 }, (_none, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= start.length; column += 1) {
      const isSame = typed[row - 1] === start[column - 1];
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === start[column - 2] && typed[row - 2] === start[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last, limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
