// Invented rows of a code list as long as a country's register of places: names of syllables, units they lie in, former
// names now and then. The same seed gives the same rows, in Node and in a page.
import { packCodeList, type CodeList, type CodeListEntry } from "../../src/census/packed-code-list.ts";

const syllables =
  "ақ қара көк сары тас бел ат ау жар ман көл су қай рат бай құм сай ор да тау дә бұ лақ же тік шы ғыр ұл ын ер кін нұр дәу лет тө бе қо жа ал ма ты қыз ыл мұ рат са рай ү міт".split(
    " ",
  );
const kinds = ["ауылы", "қаласы", "станциясы", "кенті", "разъезі"] as const;
const kindsInRussian = ["село", "город", "станция", "посёлок", "разъезд"] as const;
const regions = 17;
const districts = 200;

/** Numbers from 0 up to, not including, 1; enough for inventing (mulberry32). */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const russianLetters: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
};

export function inventList(rows: number, seed: number): CodeList {
  const next = seededNumbers(seed);
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(next() * of.length)];
  const word = (): string => {
    const parts = Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(syllables) ?? "ақ").join("");
    return parts.charAt(0).toUpperCase() + parts.slice(1);
  };
  const entries: CodeListEntry[] = [];
  for (let index = 0; index < rows; index += 1) {
    const name = next() < 0.3 ? `${word()} ${word()}` : word();
    const kind = Math.floor(next() * kinds.length);
    const inRussian = name.replaceAll(/[әғқңөұүһі]/g, (letter) => russianLetters[letter] ?? letter);
    // As in KATO the region's number comes first.
    const code = (place: number): string => `${String(11 + 4 * (place % regions))}${String(1_000_000 + place)}`;
    const parent =
      index < regions ? null : index < regions + districts ? index % regions : regions + (index % districts);
    entries.push({
      code: code(index),
      kk: `${name} ${kinds[kind] ?? ""}`,
      ru: `${kindsInRussian[kind] ?? ""} ${inRussian}`,
      en: `${inRussian}`,
      ...(parent === null ? {} : { parent: code(parent) }),
      ...(next() < 0.05 ? { former: [word()] } : {}),
    });
  }
  return packCodeList("invented", entries);
}

/** What somebody types, from the first letter to the last: names, two words, codes, a slip, the other layout. */
export function inventKeystrokes(list: CodeList, texts: number, seed: number): readonly string[] {
  const next = seededNumbers(seed);
  const typed: string[] = [];
  for (let text = 0; text < texts; text += 1) {
    const entry = list.entryAt(Math.floor(next() * list.size));
    const whole = [
      entry.kk,
      entry.ru,
      entry.code,
      `${list.get(entry.parent ?? "")?.kk.slice(0, 6) ?? ""} ${entry.kk}`,
      entry.former?.[0] ?? entry.en,
      `${entry.kk.slice(0, 3)}щ${entry.kk.slice(4)}`,
      "rfpfkscnfy",
    ][text % 7];
    for (let length = 1; length <= Math.min(14, whole?.length ?? 0); length += 1)
      typed.push(whole?.slice(0, length) ?? "");
  }
  return typed;
}
