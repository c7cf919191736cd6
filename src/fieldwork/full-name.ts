// "Surname Given Patronymic" in one cell, the order of every form in the country.
import { tidyName } from "./person-name.ts";

/** Last words by which a longer name is still surely split: "Сейіт ұлы", "Гусейн оглы". */
const patronymicEndings = /^(ұлы|улы|қызы|кызы|оглы|оғлы|ogly|oglu|uly|kyzy|qyzy)$/iu;

export interface SplitName {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  /** More than three words and no ending that explains them. */
  readonly isUnsure: boolean;
}

/** Surname, given name and the rest as patronymic; a comma after the surname lets it have several words. Null for a single word. */
export function splitFullName(text: string): SplitName | null {
  const name = tidyName(text);
  const comma = name.indexOf(",");
  const words = (comma < 0 ? name : name.slice(comma + 1)).split(" ").filter((word) => word !== "");
  const surname = comma < 0 ? (words.shift() ?? "") : name.slice(0, comma).trim();
  const [given, ...rest] = words;
  if (surname === "" || given === undefined) return null;
  const last = rest.at(-1);
  const isUnsure = rest.length > (last !== undefined && patronymicEndings.test(last) ? 2 : 1);
  return { surname, given, patronymic: rest.join(" "), isUnsure };
}
