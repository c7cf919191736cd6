// Writes src/census/lists/country.json: ISO 3166-1 alpha-2 with names in Kazakh, Russian and English from
// i18n-iso-countries (MIT), put into Kazakhstan's usage and given former names by country-names.json.
// Run: node tools/lists/build-country-list.ts
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

type Language = "kk" | "ru" | "en";
type Names = Readonly<Record<string, string | readonly string[]>>;
interface OwnNames {
  readonly names: Readonly<Record<string, Partial<Record<Language, string>> & { readonly also?: readonly string[] }>>;
  readonly former: Readonly<Record<string, readonly string[]>>;
  readonly sovietRepublics: readonly string[];
  readonly sovietNames: readonly string[];
  readonly frequent: readonly string[];
}

const require = createRequire(import.meta.url);
// The package ships plain JSON without types of its own; the shape is checked by the test of the list.
const namesIn = (language: Language): Names =>
  (require(`i18n-iso-countries/langs/${language}.json`) as { countries: Names }).countries;
const own = JSON.parse(readFileSync(new URL("country-names.json", import.meta.url), "utf8")) as OwnNames;

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
  const spellings = [...fromPackage("kk"), ...fromPackage("ru"), ...fromPackage("en"), ...(own.names[code]?.also ?? [])];
  const former = [
    ...(own.former[code] ?? []),
    ...(own.sovietRepublics.includes(code) ? own.sovietNames : []),
  ];
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
