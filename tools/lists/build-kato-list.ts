// Writes src/census/lists/kato.json: the regions of 2021 (kato-regions.json), the districts and cities of regional
// importance of the other regions (kato-districts.json) and the 385 units of Kyzylorda region (kato-kyzylorda.csv, edition
// НК РК 11-2025). English names of the latter are the Kazakh ones in Latin letters, as maps of the country write them;
// older Russian names of the region's towns come from formerNames.
// Run: node tools/lists/build-kato-list.ts
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

interface Unit {
  readonly code: string;
  readonly kk: string;
  readonly ru: string;
}

const latin: Readonly<Record<string, string>> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "k",
  л: "l",
  м: "m",
  н: "n",
  ң: "n",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ұ: "u",
  ү: "u",
  ф: "f",
  х: "kh",
  һ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  і: "i",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\s*атын\.?\s*а\.о\.?$/u, "rural district"],
  [/\s*атын\.?\s*а\.$/u, "village"],
  [/\s+Қ\.Ә\.$/u, "city administration"],
  [/\s+қ\.ә\.$/u, "town administration"],
  [/\s+к\.ә\.$/u, "settlement administration"],
  [/\s+а\.о\.?$/u, "rural district"],
  [/\s+облысы$/u, "region"],
  [/\s+ауданы$/u, "district"],
  [/\s+қ\.$/u, "town"],
  [/\s+к\.$/u, "settlement"],
  [/\s+а\.$/u, "village"],
  [/\s+ст\.$/u, "station"],
];

const formerNames: Readonly<Record<string, readonly string[]>> = {
  "431000000": ["Кзыл-Орда", "Kzyl-Orda", "Ақмешіт", "Перовск"],
  "431010000": ["Кзыл-Орда", "Kzyl-Orda", "Ақмешіт", "Перовск"],
  "431900000": ["Ленинск", "Leninsk"],
  "431910000": ["Ленинск", "Leninsk"],
  "433200000": ["Аральск"],
  "433220100": ["Аральск"],
  "433600000": ["Джалагаш"],
  "433630100": ["Джалагаш"],
  "434000000": ["Яны-Курган", "Джанакорган"],
  "434030100": ["Яны-Курган", "Джанакорган"],
  "434400000": ["Казалинск"],
  "434423100": ["Казалинск"],
  "434430100": ["Новоказалинск"],
  "434600000": ["Кармакчи"],
  "434630100": ["Джусалы"],
  "434800000": ["Теренозек ауданы", "Теренозекский район"],
  "435200000": ["Чиили", "Чиилийский район"],
  "435230100": ["Чиили"],
};

const here = new URL(".", import.meta.url);
const lists = new URL("../../src/census/lists/", here);
const Entries = z.array(z.looseObject({ code: z.string(), kk: z.string(), ru: z.string(), en: z.string() }));
const entriesIn = (file: string): z.infer<typeof Entries> =>
  Entries.parse(JSON.parse(readFileSync(new URL(file, here), "utf8")));
const regions = entriesIn("kato-regions.json");
const districts = entriesIn("kato-districts.json");
const units: readonly Unit[] = readFileSync(new URL("kato-kyzylorda.csv", here), "utf8")
  .trim()
  .split(/\r?\n/u)
  .slice(1)
  .map((line) => {
    const [code = "", , , kk = "", ru = ""] = line.split(",");
    return { code, kk, ru };
  });
const codes = new Set(units.map(({ code }) => code));

/** The nearest unit above that exists: trailing groups of the code become zeros (instrument 8.4). */
function parentOf(code: string): string | null {
  for (const kept of [6, 4, 2]) {
    const above = code.slice(0, kept).padEnd(9, "0");
    if (above !== code && codes.has(above)) return above;
  }
  return null;
}

function inLatin(name: string): string {
  const words = name.replaceAll(/[\p{L}]/gu, (letter) => {
    const small = latin[letter.toLowerCase()];
    if (small === undefined) throw new Error(`no Latin letter for ${letter}`);
    const isCapital = letter !== letter.toLowerCase();
    return isCapital ? small.charAt(0).toUpperCase() + small.slice(1) : small;
  });
  return words.replaceAll(/yya/gu, "ya");
}

function englishName(kk: string): string {
  if (kk.startsWith("рзд.")) return `Siding ${inLatin(kk.slice(4).trim())}`;
  for (const [ending, kind] of kinds) {
    if (ending.test(kk)) return `${inLatin(kk.replace(ending, ""))} ${kind}`;
  }
  throw new Error(`what kind of unit is ${kk}?`);
}

const own = units.map(({ code, kk, ru }) => {
  const region = regions.find((known) => known.code === code);
  const parent = parentOf(code);
  const former = formerNames[code];
  return region ?? { code, kk, ru, en: englishName(kk), ...(parent ? { parent } : {}), ...(former ? { former } : {}) };
});
const others = regions.filter(({ code }) => !codes.has(code));
const entries = [...others, ...districts, ...own].toSorted((a, b) => (a.code < b.code ? -1 : 1));
writeFileSync(
  new URL("kato.json", lists),
  `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`,
);
