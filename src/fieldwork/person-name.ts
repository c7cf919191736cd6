// Names as L03 takes them: letters of Cyrillic or Latin, hyphen, apostrophe, space. One word in two alphabets is
// nearly always a Latin "i" or "c" typed on the wrong keyboard, and such a name is never found again: it is refused.
import { err, ok, type Result } from "#questionnaire";

/** Written as surname and given name of a foundling or an unidentified patient, with a note that tells them apart (L03). */
export const unknownName = "АТЫ БЕЛГІСІЗ / НЕИЗВЕСТЕН";

/** The longest name part that a record takes, in UTF-16 units after tidying. */
export const nameLengthLimit = 120;

const hyphens = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u00AD]/gu;
const apostrophes = /[\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BE\u02BF\u00B4\u0060\u2032\uFF07]/gu;
const spaces = /[\s\u200B\u2060\uFEFF]+/gu;
const nameCharacters = /^[\p{Script=Cyrillic}\p{Script=Latin}\p{M}' -]+$/u;
const letter = /[\p{Script=Cyrillic}\p{Script=Latin}]/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;

/** Why a name part is refused. Carries no part of the name itself. */
export type NameError =
  | { readonly type: "name-missing" }
  | { readonly type: "name-too-long"; readonly limit: number }
  | { readonly type: "name-has-digits" }
  | { readonly type: "name-has-other-characters" }
  | { readonly type: "name-mixes-alphabets" };

/** NFC, trimmed, inner spaces collapsed, every hyphen and apostrophe the plain one. Changes no letter and no case. */
export function tidyName(text: string): string {
  return text.normalize("NFC").replace(hyphens, "-").replace(apostrophes, "'").replace(spaces, " ").trim();
}

/** True for a text that tidying would not change. */
export function isTidyName(text: string): boolean {
  return tidyName(text) === text;
}

/** A tidied name part, or why L03 refuses it. The agreed words for an unknown name pass in any case. */
export function parseName(text: string): Result<string, NameError> {
  const name = tidyName(text);
  if (name === "") return err({ type: "name-missing" });
  if (name.length > nameLengthLimit) return err({ type: "name-too-long", limit: nameLengthLimit });
  if (name.toLocaleUpperCase("und") === unknownName) return ok(unknownName);
  if (/\p{N}/u.test(name)) return err({ type: "name-has-digits" });
  if (!nameCharacters.test(name) || !letter.test(name)) return err({ type: "name-has-other-characters" });
  const mixed = name.split(/[ -]/u).some((word) => cyrillic.test(word) && latin.test(word));
  return mixed ? err({ type: "name-mixes-alphabets" }) : ok(name);
}
