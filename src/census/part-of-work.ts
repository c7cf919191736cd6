// Work in steps that says how far it is: each step yields the share of the work that is done, from 0 to 1, never less than
// before.

/** A piece of larger work: its shares as shares of the whole, from `from` to `to`. */
export function* partOfWork<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
