// One spelling for what people type in two ways: registers and older papers write Kazakh names with Russian letters
// (instrument 10, ux 3.5). The fold is for comparing only; what is shown is always the spelling of the record.

const letters: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  ё: "е",
  ь: "",
  ъ: "",
  // Latin letters of the same look, from older fonts and lists.
  ə: "а",
  ɵ: "о",
};

const punctuation = /[^\p{L}\p{N}\p{M}]+/gu;
const apostrophes = /['\u2018\u2019\u02B9\u02BC\u0060\u00B4]/gu;

/** One folded letter for each common sign, a space for what parts words; null asks for the whole treatment. */
const foldedByCode: readonly (string | null)[] = Array.from({ length: 0x500 }, (_none, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9\u0400-\u0481\u048A-\u04FF]/iu.test(character)) return foldWhole(character);
  return code > 0x1f && code < 0x7f && !/['`]/u.test(character) ? " " : null;
});

/**
 * Small letters, Kazakh ones as their Russian neighbours, no soft or hard sign, no accents on Latin letters, one space
 * between words and nothing else: hyphens and dots part words, apostrophes vanish. Empty for a text without letters.
 */
export function foldForSearch(text: string): string {
  let folded = "";
  let isParted = false;
  for (let place = 0; place < text.length; place += 1) {
    const letter = foldedByCode[text.charCodeAt(place)] ?? null;
    if (letter === null) return foldWhole(text);
    if (letter === " ") {
      isParted = folded !== "";
      continue;
    }
    if (letter === "") continue;
    folded += isParted ? ` ${letter}` : letter;
    isParted = false;
  }
  return folded;
}

/** For texts with accents, other alphabets, or signs put together of several. */
function foldWhole(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(apostrophes, "")
    .replaceAll(/[\u00C0-\u024F]/gu, (letter) => letter.normalize("NFD").replaceAll(/\p{M}/gu, ""))
    .replaceAll(/[әғқңөұүһіёьъəɵ]/gu, (letter) => letters[letter] ?? letter)
    .replaceAll(punctuation, " ")
    .trim();
}
