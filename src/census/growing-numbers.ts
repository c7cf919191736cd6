export interface GrowingNumbers {
  push(number: number): void;
  count(): number;
  /** 0 past the end. */
  at(index: number): number;
  /** The numbers so far, as a view: pushing further may leave it behind. */
  all(): Uint32Array;
}

/** Numbers from 0 to 2³² − 1; an array of the language would take twice the place while it grows. */
export function growingNumbers(expected = 1024): GrowingNumbers {
  let numbers = new Uint32Array(expected);
  let count = 0;
  return {
    push: (number) => {
      if (count === numbers.length) {
        const larger = new Uint32Array(Math.max(16, count * 2));
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count] = number;
      count += 1;
    },
    count: () => count,
    at: (index) => numbers[index] ?? 0,
    all: () => numbers.subarray(0, count),
  };
}
