import {
  textWithFills,
  unanswered,
  type AskedPerson,
  type Language,
  type QuestionView,
  type SpecialAnswer,
} from "#questionnaire";
import { m } from "../i18n/index.ts";
import type { QuestionProps } from "./question-props.ts";
import type { SpecialItem } from "./special-strip.tsx";

/** A special answer in the question's own words where it has some ("has not decided yet"), else in those of every screen (ux 5.2, 55 and 57). */
export function specialText(
  { definition, fills }: QuestionView,
  state: SpecialAnswer,
  language: Language,
  person: AskedPerson,
): string {
  const own = definition.specialText?.[state];
  if (own !== undefined) return textWithFills(own, language, fills, person);
  return state === "unknown" ? m.q_unknown({}, { locale: language }) : m.q_refused({}, { locale: language });
}

/** "Doesn't know" first on every screen, whatever the definition's order. */
export function specialsInOrder<S extends { readonly state: SpecialAnswer }>(specials: readonly S[]): readonly S[] {
  return specials.toSorted((a, b) => Number(a.state === "refused") - Number(b.state === "refused"));
}

/** The special answers of a question as buttons; the one that is chosen takes itself back. */
export function specialItems(
  view: QuestionView,
  { language, person }: { readonly language: Language; readonly person: AskedPerson },
  onAnswer: QuestionProps["onAnswer"],
): readonly SpecialItem[] {
  return specialsInOrder(view.specials).map(({ state, chosen }) => ({
    id: state,
    text: specialText(view, state, language, person),
    // "Doesn't know" and "refused" are the officer's words; what the question itself calls an answer may be read out.
    ...(view.definition.specialText?.[state] === undefined
      ? {}
      : { textIn: (one: Language) => specialText(view, state, one, person) }),
    isChosen: chosen,
    choose: () => onAnswer(view.path, chosen ? unanswered : { state }, "next-if-clear"),
  }));
}
