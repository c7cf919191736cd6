// Which letters the bytes of a text file are. UTF-8 is believed only where it is without fault; otherwise the file is
// from an older program: windows-1251, or its Kazakh sister KZ-1048 (STRK 1048-2002), which no browser knows.
// windows-1251 has no Kazakh letters: Excel writes "?" for them, and #fieldwork then refuses the name.
import { err, ok, type Result } from "#questionnaire";
import type { ListFileError } from "./list-file-error.ts";

export type TextEncoding = "utf-8" | "utf-16" | "windows-1251" | "kz-1048";

/** KZ-1048 has Kazakh letters at the sixteen places where windows-1251 has Serbian, Macedonian, Ukrainian and Belarusian ones. */
const kazakhByForeign: Readonly<Record<string, string>> = {
  Ќ: "Қ",
  ќ: "қ",
  Ћ: "Һ",
  ћ: "һ",
  Ў: "Ұ",
  ў: "ұ",
  Ј: "Ә",
  ј: "ә",
  Ґ: "Ө",
  ґ: "ө",
  Є: "Ғ",
  є: "ғ",
  Ї: "Ү",
  ї: "ү",
  Ѕ: "Ң",
  ѕ: "ң",
};

/** The file's text, or that it is no text at all. */
export function decodeText(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly encoding: TextEncoding }, ListFileError> {
  const decoded = decode(bytes);
  // Control characters do not occur in a table: these are bytes of something else. U+0098 is the hole of windows-1251.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u0008\u000E-\u0019\u001B-\u001F\u0098]/u.test(decoded.text)
    ? err({ type: "not-a-list-file", looksLike: "other" })
    : ok(decoded);
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const text = new TextDecoder("windows-1251").decode(bytes);
    const kazakh = text.replace(/[ЌќЋћЎўЈјҐґЄєЇїЅѕ]/gu, (letter) => kazakhByForeign[letter] ?? letter);
    return kazakh === text ? { text, encoding: "windows-1251" } : { text: kazakh, encoding: "kz-1048" };
  }
}
