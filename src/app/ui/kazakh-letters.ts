// The nine letters that most keyboards of institutions lack, and whether this session's keyboard has them after all.

export const kazakhLetters = ["ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і"] as const;

/** Puts a letter at the caret of a field. */
export type PutLetter = (letter: string, isShift: boolean) => void;

const letters = new Set<string>(kazakhLetters.flatMap((letter) => [letter, letter.toLocaleUpperCase("kk")]));
const listeners = new Set<() => void>();
let isOnKeyboard = false;

/** The system's own keyboard gave this text: with one of the nine in it, the bar is no longer needed. */
export function noteTyped(text: string): void {
  if (isOnKeyboard || !Array.from(text).some((letter) => letters.has(letter))) return;
  isOnKeyboard = true;
  for (const listener of listeners) listener();
}

export function isKazakhKeyboard(): boolean {
  return isOnKeyboard;
}

export function watchKeyboard(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The text with the letter at the caret, a capital where a name begins. */
export function insertLetter(text: string, start: number, end: number, letter: string, isShift: boolean): string {
  const before = text.slice(0, start);
  const isCapital = isShift || before.trim() === "";
  return before + (isCapital ? letter.toLocaleUpperCase("kk") : letter) + text.slice(end);
}
