// What the census lends the questionnaire language: number checks, name checks and the code lists. Each function is
// called with known values only and answers null where the digits or letters do not tell.
import { hostFunction, type PartialDate, type QuestionnaireHost } from "#questionnaire";
import { parseBin } from "./bin.ts";
import { codeList, codeListNames, codeListPath } from "./code-list.ts";
import { foldForSearch } from "./fold-for-search.ts";
import { iinBirth, iinSexCode, isIinCheckDigitTrue } from "./iin.ts";
import { censusRoles } from "./roles.ts";

/** Kyzylorda region in KATO. */
const regionDigits = "43";

const twelveDigits = /^\d{12}$/;

/** Whether the digits of birth say the same as the date, as far as both are known; digit 7 outside 1–6 leaves the century open. */
function iinDateFits(iin: string, born: PartialDate): boolean {
  const fromDigits = iinBirth(iin);
  const year = fromDigits === null ? born.year % 100 === Number(iin.slice(0, 2)) : fromDigits.year === born.year;
  const month = born.month === null || born.month === Number(iin.slice(2, 4));
  const day = born.day === null || born.day === Number(iin.slice(4, 6));
  return year && month && day;
}

/** No digits, and no word of two alphabets: a Latin "i" in a Cyrillic name is never found again. */
function nameLettersFit(part: string): boolean {
  const isMixed = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word);
  return !/\p{N}/u.test(part) && !part.split(/[\s-]+/u).some(isMixed);
}

/** The region a unit lies in, or the unit itself if it is one; null for no unit of the list. */
function regionOf(code: string): string | null {
  const list = codeList("kato");
  return list.has(code) ? (codeListPath(list, code).at(-1)?.code ?? code) : null;
}

/** A town, township, rural district or village of the region: what lies in a district or in a town's own area. */
function isSettlementHere(code: string): boolean {
  const list = codeList("kato");
  return code.startsWith(regionDigits) && list.has(code) && codeListPath(list, code).length >= 2;
}

/** Functions and lists of the 2021 census for `compileQuestionnaire`. */
export const censusHost: QuestionnaireHost = {
  functions: {
    iinCheckDigitFits: hostFunction({
      parameters: ["text"],
      result: "boolean",
      apply: (iin) => (twelveDigits.test(iin) ? isIinCheckDigitTrue(iin) : null),
    }),
    iinDateFits: hostFunction({
      parameters: ["text", "date"],
      result: "boolean",
      apply: (iin, born) => (twelveDigits.test(iin) ? iinDateFits(iin, born) : null),
    }),
    iinSexFits: hostFunction({
      parameters: ["text", "code"],
      result: "boolean",
      apply: (iin, sex) => (twelveDigits.test(iin) ? iinSexCode(iin) === sex : null),
    }),
    nameLettersFit: hostFunction({
      parameters: ["name"],
      result: "boolean",
      apply: ({ surname, given, patronymic }) => [surname, given, patronymic ?? ""].every(nameLettersFit),
    }),
    binFits: hostFunction({
      parameters: ["text"],
      result: "boolean",
      apply: (bin) => (twelveDigits.test(bin) ? parseBin(bin).ok : null),
    }),
    isSettlementHere: hostFunction({ parameters: ["code"], result: "boolean", apply: isSettlementHere }),
    regionOf: hostFunction({ parameters: ["code"], result: "code", apply: regionOf }),
    foldName: hostFunction({ parameters: ["text"], result: "text", apply: foldForSearch }),
  },
  lists: codeListNames,
  roles: censusRoles,
  hasCode: (list, code) => codeList(list).has(code),
  textOf: (list, code) => {
    const entry = codeList(list).get(code);
    return entry === undefined ? null : { kk: entry.kk, ru: entry.ru, en: entry.en };
  },
};
