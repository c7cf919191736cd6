// A simple condition as somebody would say it: "P08 is 2 “No” or P08 is “does not know”". What is not simple — a list gone
// through, a function of the host, arithmetic — is better read as it is written: the answer is null then.
import {
  textWithFills,
  type ComparisonOperator,
  type Language,
  type LiteralSyntax,
  type Question,
  type Questionnaire,
  type Syntax,
} from "#questionnaire";
import { meaningOf, optionsOf, type ConditionModel } from "./condition-model.ts";

type InThree = Readonly<Record<Language, string>>;

const and: InThree = { kk: "және", ru: "и", en: "and" };
const or: InThree = { kk: "немесе", ru: "или", en: "or" };
const oneOf: InThree = { kk: "мыналардың бірі:", ru: "одно из:", en: "one of:" };
const noneOf: InThree = { kk: "мыналардың ешқайсысы емес:", ru: "ни одно из:", en: "none of:" };
const marked: InThree = { kk: "белгіленген:", ru: "отмечено:", en: "marked:" };
const notMarked: InThree = { kk: "белгіленбеген:", ru: "не отмечено:", en: "not marked:" };
const states: Readonly<Record<string, InThree>> = {
  answered: { kk: "жауап берілген", ru: "есть ответ", en: "answered" },
  given: { kk: "бірдеңе белгіленген", ru: "что-либо отмечено", en: "answered in any way" },
  refused: { kk: "жауап беруден бас тартты", ru: "отказ от ответа", en: "refused" },
  unknown: { kk: "білмейді", ru: "не знает", en: "does not know" },
};
const notStates: Readonly<Record<string, InThree>> = {
  answered: { kk: "жауап берілмеген", ru: "нет ответа", en: "not answered" },
  given: { kk: "ештеңе белгіленбеген", ru: "ничего не отмечено", en: "not answered in any way" },
  refused: { kk: "бас тартқан жоқ", ru: "не отказ", en: "not refused" },
  unknown: { kk: "«білмейді» емес", ru: "не «не знает»", en: "not “does not know”" },
};
const complete: InThree = { kk: "күні толық белгілі", ru: "дата известна полностью", en: "the date is complete" };
const notComplete: InThree = {
  kk: "күні толық белгілі емес",
  ru: "дата известна не полностью",
  en: "the date is not complete",
};
const yes: InThree = { kk: "иә", ru: "да", en: "yes" };
const no: InThree = { kk: "жоқ", ru: "нет", en: "no" };

const signs: Readonly<Record<ComparisonOperator, string>> = {
  "=": "=",
  "!=": "≠",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};
const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

export interface Wording {
  readonly questionnaire: Questionnaire;
  readonly model: ConditionModel;
  readonly language: Language;
}

/** The condition in words, or null if it is not simple enough. */
export function conditionInWords(syntax: Syntax, wording: Wording): string | null {
  return say(syntax, true, "none", wording);
}

type Around = "none" | "and" | "or";

function say(syntax: Syntax, want: boolean, around: Around, wording: Wording): string | null {
  switch (syntax.type) {
    case "not":
      return say(syntax.operand, !want, around, wording);
    case "and":
    case "or":
      return sayJoined(syntax, want, around, wording);
    case "compare":
      return sayComparison(syntax, want, wording);
    case "in":
    case "has-any": {
      const name = nameOf(syntax.operand);
      const [is, isNot] = syntax.type === "in" ? [oneOf, noneOf] : [marked, notMarked];
      const codes = name === null ? null : sayCodes(name, syntax.members, wording);
      return codes === null ? null : `${name} — ${(want ? is : isNot)[wording.language]} ${codes}`;
    }
    case "has": {
      const name = nameOf(syntax.operand);
      const code = name === null || syntax.member.type !== "text" ? null : sayCodes(name, [syntax.member], wording);
      return code === null ? null : `${name} — ${(want ? marked : notMarked)[wording.language]} ${code}`;
    }
    case "call":
      return sayCall(syntax, want, wording);
    case "name":
      return sayName(syntax.name, want, around, wording);
    default:
      return null;
  }
}

function sayJoined(
  syntax: Extract<Syntax, { type: "and" | "or" }>,
  want: boolean,
  around: Around,
  wording: Wording,
): string | null {
  const kind = (syntax.type === "and") === want ? "and" : "or";
  const left = say(syntax.left, want, kind, wording);
  const right = say(syntax.right, want, kind, wording);
  if (left === null || right === null) return null;
  const joined = `${left} ${(kind === "and" ? and : or)[wording.language]} ${right}`;
  return around !== "none" && around !== kind ? `(${joined})` : joined;
}

function nameOf(syntax: Syntax | undefined): string | null {
  return syntax?.type === "name" ? syntax.name : null;
}

function sayComparison(syntax: Extract<Syntax, { type: "compare" }>, want: boolean, wording: Wording): string | null {
  const name = nameOf(syntax.left);
  if (name === null) return null;
  const sign = signs[want ? syntax.operator : opposite[syntax.operator]];
  const other = nameOf(syntax.right);
  if (other !== null) return `${name} ${sign} ${other}`;
  const { right } = syntax;
  if (right.type !== "text" && right.type !== "number" && right.type !== "date") return null;
  const said = sayCodes(name, [right], wording);
  return said === null ? null : `${name} ${sign} ${said}`;
}

/** Codes with their labels, dates and numbers as they are written. */
function sayCodes(name: string, literals: readonly LiteralSyntax[], wording: Wording): string | null {
  const meaning = meaningOf(wording.model, name);
  const labels =
    meaning?.kind === "question" && meaning.members.length === 0 ? labelsOf(wording, meaning.question.id) : null;
  // Many labels in a row are no longer read: the codes stand beside their boxes a few lines above.
  const isShort = literals.length <= 3;
  const said = literals.map((literal) => {
    if (literal.type === "date") return dateText(literal);
    if (literal.type !== "text") return literal.type === "number" ? literal.written : String(literal.value);
    const label = isShort ? labels?.get(literal.value) : undefined;
    return label === undefined ? literal.value : `${literal.value} «${label}»`;
  });
  return said.join(", ");
}

function dateText({ value }: Extract<LiteralSyntax, { type: "date" }>): string {
  const parts = [value.day, value.month].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return [...parts, String(value.year)].join(".");
}

function labelsOf(wording: Wording, id: string): ReadonlyMap<string, string> {
  const entry = wording.questionnaire.questionsById.get(id);
  if (entry === undefined) return new Map();
  const alternatives: Question["alternatives"] = entry.definition.alternatives ?? [];
  const options = [...optionsOf(wording.questionnaire, entry.form, entry.definition), ...alternatives];
  const { unknownFills } = wording.questionnaire;
  return new Map(options.map(({ code, text }) => [code, textWithFills(text, wording.language, unknownFills)]));
}

function sayCall(call: Extract<Syntax, { type: "call" }>, want: boolean, wording: Wording): string | null {
  const { language } = wording;
  const [first, second] = call.arguments;
  const name = nameOf(first);
  if (name === null) return null;
  const state = (want ? states : notStates)[call.name];
  if (state !== undefined) return `${name} — ${state[language]}`;
  if (call.name === "isComplete") return `${name} — ${(want ? complete : notComplete)[language]}`;
  if (call.name === "chose" && second?.type === "text")
    return `${name} ${want ? "=" : "≠"} ${sayCodes(name, [second], wording)}`;
  return null;
}

/** A calculation that is itself simple is said in full; another yes-or-no value by its name. */
function sayName(name: string, want: boolean, around: Around, wording: Wording): string | null {
  const meaning = meaningOf(wording.model, name);
  const calculation = meaning?.kind === "calculation" ? wording.model.calculations.get(meaning.id) : undefined;
  if (calculation !== undefined) return say(calculation.syntax, want, around, wording);
  return `${name} — ${(want ? yes : no)[wording.language]}`;
}
