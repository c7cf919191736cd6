// Writes src/census/lists/country.json: ISO 3166-1 alpha-2 with names in Kazakh, Russian and English from
// i18n-iso-countries (MIT), put into Kazakhstan's usage and given former names by country-names.json.
// Run: node tools/lists/build-country-list.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Texts = z.array(z.string());
const NamesFile = z.object({ countries: z.record(z.string(), z.union([z.string(), Texts])) });
const OwnNames = z.strictObject({
  names: z.record(
    z.string(),
    z.strictObject({
      kk: z.string().optional(),
      ru: z.string().optional(),
      en: z.string().optional(),
      also: Texts.optional(),
    }),
  ),
  former: z.record(z.string(), Texts),
  sovietRepublics: Texts,
  sovietNames: Texts,
  frequent: Texts,
});

type Language = "kk" | "ru" | "en";
type Names = z.infer<typeof NamesFile>["countries"];

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const namesIn = (language: Language): Names =>
  NamesFile.parse(readJson(fileURLToPath(import.meta.resolve(`i18n-iso-countries/langs/${language}.json`)))).countries;
const own = OwnNames.parse(readJson(fileURLToPath(new URL("country-names.json", import.meta.url))));

const byLanguage: Readonly<Record<Language, Names>> = { kk: namesIn("kk"), ru: namesIn("ru"), en: namesIn("en") };
/** User-assigned, not in ISO 3166-1. */
const outsideIso = new Set(["XK"]);
const codes = Object.keys(byLanguage.en).filter((code) => !outsideIso.has(code));

const entries = codes.toSorted().map((code) => {
  const fromPackage = (language: Language): readonly string[] => [byLanguage[language][code] ?? []].flat();
  const chosen = (language: Language): string => {
    const name = own.names[code]?.[language] ?? fromPackage(language)[0];
    if (name === undefined) throw new Error(`${code} has no name in ${language}`);
    return name;
  };
  const shown = { kk: chosen("kk"), ru: chosen("ru"), en: chosen("en") };
  const isShown = (name: string): boolean => Object.values(shown).includes(name);
  const spellings = [
    ...fromPackage("kk"),
    ...fromPackage("ru"),
    ...fromPackage("en"),
    ...(own.names[code]?.also ?? []),
  ];
  const former = [...(own.former[code] ?? []), ...(own.sovietRepublics.includes(code) ? own.sovietNames : [])];
  const also = [...new Set(spellings)].filter((name) => !isShown(name) && !former.includes(name));
  const frequent = own.frequent.indexOf(code) + 1;
  return {
    code,
    ...shown,
    ...(also.length > 0 ? { also } : {}),
    ...(former.length > 0 ? { former } : {}),
    ...(frequent > 0 ? { frequent } : {}),
  };
});

const file = new URL("../../src/census/lists/country.json", import.meta.url);
writeFileSync(file, `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`);
