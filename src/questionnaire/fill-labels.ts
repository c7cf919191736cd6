// What an answer is called: the text of the chosen option, the entry of a list, a place. Implements QL113.
import type { Option, Question } from "./definition.ts";
import type { ExpressionValue, PlaceValue } from "./expression-value.ts";
import { inEach, sameWords, type FillWords, type LabelOf } from "./fill-words.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { Typed } from "./typed-tree.ts";

/** The labels of an expression's values, or why it has none. */
export function labelsFor(host: QuestionnaireHost, typed: Typed): LabelOf | "no-label" | "label-with-placeholder" {
  const { type } = typed;
  const list = listOfMember(typed);
  if (list !== null) return listLabels(host, list);
  if (typed.node === "read" && typed.slot.kind === "question") {
    const { definition, options } = typed.slot;
    if (definition.type === "single" || definition.type === "multi") return optionLabels(options);
    if (definition.type === "place") return placeLabels(host, definition);
  }
  if ((type.type === "code" || type.type === "codes") && type.domain.from === "list") {
    return listLabels(host, type.domain.list);
  }
  return "no-label";
}

/** The list that `.country` or `.kato` of a place is taken from. */
function listOfMember(typed: Typed): string | null {
  if (typed.node !== "member" || typed.of.node !== "read" || typed.of.slot.kind !== "question") return null;
  const { definition } = typed.of.slot;
  if (definition.type !== "place") return null;
  if (typed.member === "country") return definition.countries;
  return typed.member === "kato" ? (definition.home?.units ?? null) : null;
}

/** An option's own placeholder would need values of its own. */
function optionLabels(options: readonly Option[]): LabelOf | "label-with-placeholder" {
  const byCode = new Map(options.map(({ code, text, thirdPerson = text }) => [code, { text, thirdPerson }]));
  for (const { text, thirdPerson } of byCode.values()) {
    if (/[{}]/.test(Object.values(text).concat(Object.values(thirdPerson)).join(""))) return "label-with-placeholder";
  }
  return (value) => {
    if (typeof value === "string") return byCode.get(value) ?? null;
    if (!Array.isArray(value)) return null;
    const words = value.map((code: unknown) => (typeof code === "string" ? byCode.get(code) : undefined));
    return joined(words.filter((word) => word !== undefined));
  };
}

function listLabels(host: QuestionnaireHost, list: string): LabelOf {
  return (value) => {
    const text = typeof value === "string" ? host.textOf(list, value) : null;
    return text === null ? null : sameWords(text);
  };
}

/** The country, and within the home country the unit. */
function placeLabels(host: QuestionnaireHost, { countries, home }: Extract<Question, { type: "place" }>): LabelOf {
  return (value) => {
    if (!isPlace(value)) return null;
    const country = host.textOf(countries, value.country);
    const unit = value.kato === null || home === undefined ? null : host.textOf(home.units, value.kato);
    return joined([country, unit].filter((text) => text !== null).map(sameWords));
  };
}

function isPlace(value: ExpressionValue): value is PlaceValue {
  return typeof value === "object" && value !== null && "country" in value;
}

function joined(words: readonly FillWords[]): FillWords | null {
  if (words.length === 0) return null;
  const listed = (person: keyof FillWords) =>
    inEach((language) => words.map((word) => word[person][language]).join(", "));
  return { text: listed("text"), thirdPerson: listed("thirdPerson") };
}
