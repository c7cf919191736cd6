// What stands in a text for a value, in all three languages and for both ways of asking. Implements QL61, QL111–QL114.
import type { Fill } from "./fill-declaration.ts";
import type { ExpressionValue } from "./expression-value.ts";
import { languages, type Language, type LocalText } from "./local-text.ts";
import { pluralCategory } from "./plural-category.ts";

/** The words for a placeholder now: when the person is asked, and when somebody else is asked about the person. */
export interface FillWords {
  readonly text: LocalText;
  readonly thirdPerson: LocalText;
}

export type WriteFill = (value: ExpressionValue) => FillWords;

/** The words of a label; null for a value that has none. */
export type LabelOf = (value: ExpressionValue) => FillWords | null;

/** What stands for a value that is not known yet and has no words for that. */
const gap = "…";

/** The value as the language writes it; `…` while it is unknown. */
export function plainFill(value: ExpressionValue): FillWords {
  return valueWords(value) ?? sameWords({ kk: gap, ru: gap, en: gap });
}

/** What a fill's definition says for a value. `labelOf` is needed where it says `label`. */
export function fillWriter(fill: Fill, labelOf: LabelOf | null): WriteFill {
  const unknown = unknownWords(fill);
  const written = wordsOfKind(fill, labelOf);
  return (value) => written(value) ?? unknown;
}

/** What stands for a fill where there is no interview, or no answer yet. */
export function unknownWords({ unknown, unknownThirdPerson }: Fill): FillWords {
  return { text: unknown, thirdPerson: unknownThirdPerson ?? unknown };
}

/** The same words whoever is asked. */
export function sameWords(text: LocalText): FillWords {
  return { text, thirdPerson: text };
}

function wordsOfKind({ plural, exactly, choice, label }: Fill, labelOf: LabelOf | null): LabelOf {
  if (plural !== undefined) return (value) => (typeof value === "number" ? pluralWords(plural, exactly, value) : null);
  if (choice !== undefined) {
    const byCode = new Map(
      choice.flatMap(({ codes, text, thirdPerson = text }) => codes.map((code) => [code, { text, thirdPerson }])),
    );
    return (value) => (typeof value === "string" ? (byCode.get(value) ?? null) : null);
  }
  return label === true && labelOf !== null ? labelOf : valueWords;
}

function pluralWords(plural: NonNullable<Fill["plural"]>, exactly: Fill["exactly"], number: number): FillWords {
  const own = exactly?.[String(number)];
  return sameWords(
    inEach((language) => {
      const forms: Readonly<Partial<Record<string, string>>> & { readonly other: string } = plural[language];
      const form = own?.[language] ?? forms[pluralCategory(language, number)] ?? forms.other;
      return form.replaceAll("{value}", numberText(number, language));
    }),
  );
}

/** Texts, numbers, dates and names stand as they are; nothing else has words of its own. */
function valueWords(value: ExpressionValue): FillWords | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") return sameWords(inEach(() => value));
  if (typeof value === "number") return sameWords(inEach((language) => numberText(value, language)));
  if ("year" in value) {
    const pad = (part: number): string => String(part).padStart(2, "0");
    const known = [value.day, value.month].filter((part) => part !== null).map(pad);
    return sameWords(inEach(() => [...known, String(value.year)].join(".")));
  }
  if ("surname" in value) {
    const parts = [value.surname, value.given, value.patronymic ?? ""].filter((part) => part !== "");
    return sameWords(inEach(() => parts.join(" ")));
  }
  return null;
}

/** One text for each language. */
export function inEach(write: (language: Language) => string): LocalText {
  const [kk = "", ru = "", en = ""] = languages.map(write);
  return { kk, ru, en };
}

/** A number as the language writes it. Written out by hand: browsers carry no Kazakh number format although they say so. */
export function numberText(value: number, language: Language): string {
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const group = language === "en" ? "," : "\u00a0";
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole;
  const point = language === "en" ? "." : ",";
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : point + decimals}`;
}
