// Where each code list comes from and how far its titles can be trusted. The Department reads this before it codes.

/** `official`: the wording of the source. `translated`: our own, to be checked against the national text. */
export type TitleStanding = "official" | "translated";

export interface CodeListSource {
  /** Whose list it is. */
  readonly source: string;
  readonly edition: string;
  /** On what terms codes and titles may be passed on. */
  readonly licence: string;
  readonly languages: Readonly<Record<"kk" | "ru" | "en", TitleStanding>>;
  /** What is missing or not certain. */
  readonly remark: string;
}

const allTranslated = { kk: "translated", ru: "translated", en: "translated" } as const;
const englishOfficial = { kk: "translated", ru: "translated", en: "official" } as const;
const nationalOfficial = { kk: "official", ru: "official", en: "translated" } as const;
const stateClassifier = "State classifier of the Republic of Kazakhstan, an official document outside copyright";

export const codeListSources: Readonly<Record<string, CodeListSource>> = {
  activity: {
    source: "NACE Rev. 2 (Regulation (EC) No 1893/2006), the basis of ОКЭД, НК РК 03-2019",
    edition: "2008, sections, divisions and groups (21, 88, 272)",
    licence: "European Union, reuse allowed with the source named",
    languages: allTranslated,
    remark: "Titles are short forms. ОКЭД may part or join single groups: check before codes are published.",
  },
  country: {
    source: "ISO 3166-1; names from CLDR 48, edited for Kazakhstan's usage",
    edition: "2025, 249 entries",
    licence: "Codes free to use; names under the Unicode licence",
    languages: { kk: "official", ru: "official", en: "official" },
    remark: "The names of the national standard may differ in a few cases. Former names are our own addition.",
  },
  ethnicity: {
    source: "Project list after the published results of the 2021 census",
    edition: "124 groups, and other; as many were published, but not which",
    licence: "Own work",
    languages: allTranslated,
    remark:
      "No official classifier was found; the codes are the project's own. Groups 001 to 055 are those of the instrument, " +
      "the rest were added by us; anything else is written in words and coded.",
  },
  kato: {
    source:
      "КАТО, НК РК 11-2025; codes of districts in the other regions by undated public copies of the classifier, most of " +
      "them from after June 2022",
    edition:
      "As of 17 July 2026: the 385 units of Kyzylorda region; the other regions of 2021 with their 208 districts and " +
      "cities of regional importance as of 1 September 2021",
    licence: stateClassifier,
    languages: nationalOfficial,
    remark:
      "Some rural districts may differ from the edition of 2021. Outside Kyzylorda region the copies give the digits of " +
      "region and district; names of districts are everyday ones and were compared with no official text. Provisional " +
      "codes are to be confirmed: units that passed to Abai or Ulytau region in 2022 have the code of that year and stand " +
      "in their region of 2021; the last digits in Astana and Shymkent follow those of Almaty; 191000000 is taken for " +
      "Taldykorgan, the centre in 2021. Regions that exist only since June 2022 are left out.",
  },
  language: {
    source: "ISO 639-3, a choice for Kazakhstan",
    edition: "34 languages, and other",
    licence: "Codes free to use",
    languages: allTranslated,
    remark: "",
  },
  occupation: {
    source: "ISCO-08 (International Labour Organization), the basis of НКЗ, НК РК 01-2017",
    edition: "2008, all four levels (10, 43, 130, 436)",
    licence: "International Labour Organization, reproduction with the source named",
    languages: englishOfficial,
    remark:
      "НКЗ has a few groups of its own and numbers some otherwise; Kazakh and Russian titles and everyday words are " +
      "ours and have to be checked against it.",
  },
  religion: {
    source: "The options of question P22",
    edition: "6 answers",
    licence: "Own work",
    languages: allTranslated,
    remark: "Everyday words and denominations lead to the answer they belong to.",
  },
};
