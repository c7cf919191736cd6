// Marks of a question that takes several, kept in the order of its options.

interface Markable {
  readonly code: string;
  readonly exclusive: boolean;
  readonly chosen: boolean;
}

/** The marks after one option was tapped: an exclusive one takes all others off, and any other takes the exclusive ones off. */
export function toggleCode(code: string, options: readonly Markable[]): string[] {
  const tapped = options.find((option) => option.code === code);
  return options
    .filter((option) => {
      if (option.code === code) return !option.chosen;
      const isRivalOfTapped = tapped?.chosen === false && (tapped.exclusive || option.exclusive);
      return option.chosen && !isRivalOfTapped;
    })
    .map((option) => option.code);
}
