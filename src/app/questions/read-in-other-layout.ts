// Which name a text typed on Latin keys was meant to be. An offer only: nothing is ever changed silently (ux 3.4).
import { otherKeyboardLayout } from "#census";

const shortest = 3;

/** The Cyrillic reading of a text of Latin keys, where it could be a name: letters only, with a vowel, not beginning with a sign. */
export function readInOtherLayout(text: string): string | null {
  const typed = text.trim();
  if (typed.length < shortest || !/^[a-z[\];',.`]+$/iu.test(typed) || !/[a-z]/iu.test(typed)) return null;
  const other = otherKeyboardLayout(typed);
  if (other === null || !/^[а-яё]+$/u.test(other) || /^[ьъы]/u.test(other)) return null;
  if (!/[аеёиоуыэюя]/u.test(other) || /[^аеёиоуыэюя]{4}/u.test(other)) return null;
  return other.charAt(0).toLocaleUpperCase("ru") + other.slice(1);
}
