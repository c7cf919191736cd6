// The unit of a number as it stands behind it: "1 год", "2 года", "5 лет". Implements QL118.
import type { Unit } from "./fill-declaration.ts";
import type { Language } from "./local-text.ts";
import { pluralCategory } from "./plural-category.ts";

/** The unit's word for the number; with null, where no number stands yet, the word for most of them. Empty without a unit. */
export function unitText(unit: Unit | undefined, language: Language, number: number | null): string {
  const said = unit?.[language] ?? "";
  if (typeof said === "string") return said;
  const forms: Readonly<Partial<Record<string, string>>> & { readonly other: string } = said;
  return forms[number === null ? "many" : pluralCategory(language, number)] ?? forms.other;
}

/** Every word of a unit in a language. */
export function unitWords(unit: Unit, language: Language): readonly string[] {
  const said = unit[language];
  return typeof said === "string" ? [said] : Object.values(said);
}
