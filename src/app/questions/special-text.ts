import { unanswered, type Language, type QuestionView, type SpecialAnswer } from "#questionnaire";
import { m } from "../i18n/index.ts";
import type { QuestionProps } from "./question-props.ts";
import type { SpecialItem } from "./special-strip.tsx";

/** A special answer in the question's own words where it has some ("has not decided yet"), else in those of every screen (ux 5.2, 55 and 57). */
export function specialText({ definition }: QuestionView, state: SpecialAnswer, language: Language): string {
  const own = definition.specialText?.[state];
  if (own !== undefined) return own[language];
  return state === "unknown" ? m.q_unknown({}, { locale: language }) : m.q_refused({}, { locale: language });
}

/** "Doesn't know" first on every screen, whatever the definition's order. */
export function specialsInOrder<S extends { readonly state: SpecialAnswer }>(specials: readonly S[]): readonly S[] {
  return specials.toSorted((a, b) => Number(a.state === "refused") - Number(b.state === "refused"));
}

/** The special answers of a question as buttons; the one that is chosen takes itself back. */
export function specialItems(
  view: QuestionView,
  language: Language,
  onAnswer: QuestionProps["onAnswer"],
): readonly SpecialItem[] {
  return specialsInOrder(view.specials).map(({ state, chosen }) => ({
    id: state,
    text: specialText(view, state, language),
    isChosen: chosen,
    choose: () => onAnswer(view.path, chosen ? unanswered : { state }, "next-if-clear"),
  }));
}
