// A text typed in the wrong layout, read as the other: "Fhfk" is "Арал" on a Latin layout. The letter keys of the Kazakh
// and the Russian layout are the same; the nine Kazakh letters sit on the digit row and cannot be told from digits.

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбюё";

const cyrillicByLatin = new Map(Array.from(latinKeys).map((key, index) => [key, cyrillicKeys.charAt(index)]));
const latinByCyrillic = new Map(Array.from(cyrillicKeys).map((key, index) => [key, latinKeys.charAt(index)]));

/** The same keys in the other layout, in small letters; null where the text is of both alphabets or of neither. */
export function otherKeyboardLayout(text: string): string | null {
  const typed = text.toLowerCase();
  const isLatin = /[a-z]/.test(typed);
  const isCyrillic = /[а-яё]/u.test(typed);
  if (isLatin === isCyrillic) return null;
  const keys = isLatin ? cyrillicByLatin : latinByCyrillic;
  return Array.from(typed, (key) => keys.get(key) ?? key).join("");
}
