// The words of a question as somebody reads or hears them: the right person, the right language, placeholders filled.
import type { Language, LocalText } from "./definition.ts";
import type { ExpressionValue } from "./expression-value.ts";
import type { QuestionView } from "./interview-view.ts";

/** What stands for a value that is not known yet. */
const unknownFill = "…";

/** `{name}` in a text; the braces hold a calculation or a context name. */
export const placeholderPattern = /\{([a-z][A-Za-z0-9]*)\}/g;

/** The question's wording, to the person (`second`) or about the person (`third`). */
export function questionText(view: QuestionView, language: Language, person: "second" | "third"): string {
  const { text, thirdPerson } = view.definition;
  return textWithFills(person === "third" ? (thirdPerson ?? text) : text, language, view.fills);
}

/** Any text of a definition with its placeholders filled: hints, reasons, option labels. */
export function textWithFills(
  text: LocalText,
  language: Language,
  fills: Readonly<Record<string, ExpressionValue>>,
): string {
  return text[language].replaceAll(placeholderPattern, (_whole, name: string) =>
    fillText(fills[name] ?? null, language),
  );
}

function fillText(value: ExpressionValue, language: Language): string {
  if (value === null) return unknownFill;
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value, language);
  if (typeof value === "object" && "year" in value) {
    const pad = (part: number): string => String(part).padStart(2, "0");
    return [value.day, value.month]
      .filter((part) => part !== null)
      .map(pad)
      .concat(String(value.year))
      .join(".");
  }
  if (typeof value === "object" && "surname" in value) {
    return [value.surname, value.given, value.patronymic ?? ""].filter((part) => part !== "").join(" ");
  }
  return unknownFill;
}

/** Written out by hand: browsers carry no Kazakh number format although they say so. */
function numberText(value: number, language: Language): string {
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const group = language === "en" ? "," : "\u00a0";
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole;
  const point = language === "en" ? "." : ",";
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : point + decimals}`;
}
