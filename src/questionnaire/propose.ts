// What the definition proposes to a question that nobody has answered: an expression's value as the answer somebody may
// confirm. Implements QL90, QL91.
import type { Answer, AnswerValue } from "./answer.ts";
import { checkValue } from "./check-value.ts";
import type { Question } from "./definition.ts";
import { isCodes, isDate, isName, isPlace, type Locals } from "./evaluate.ts";
import type { NameValue, PlaceValue } from "./expression-value.ts";
import type { Frame, Offer, SlotValue } from "./frame.ts";
import type { Plan, PlannedProposal, PlannedQuestion } from "./plan.ts";

/** The first of the proposals that is known; null where none is. */
export function proposedAnswer(
  type: Question["type"],
  proposal: PlannedProposal,
  frame: Frame,
  locals: Locals,
): Answer | null {
  for (const { origin, value } of proposal) {
    const known = answerValue(type, value(frame, locals));
    if (known !== null) return { state: "proposed", value: known, origin };
  }
  return null;
}

/** The other way round than an expression reads an answer; null for unknown and for what a question of the type cannot hold. */
export function answerValue(type: Question["type"], value: SlotValue): AnswerValue | null {
  if (value === null) return null;
  switch (type) {
    case "single":
    case "code-list":
      return typeof value === "string" ? { kind: "code", code: value } : null;
    case "multi":
      if (typeof value === "string") return { kind: "codes", codes: [value] };
      return isCodes(value) ? { kind: "codes", codes: [...value] } : null;
    case "number":
      return typeof value === "number" ? { kind: "number", number: value } : null;
    case "text":
      return typeof value === "string" && value !== "" ? { kind: "text", text: value } : null;
    case "name":
      return isName(value) ? { kind: "name", ...nameParts(value) } : null;
    case "date":
      return isDate(value) ? { kind: "date", date: value } : null;
    case "month":
      return isDate(value) ? { kind: "month", year: value.year, month: value.month } : null;
    case "place":
      return isPlace(value) ? { kind: "place", ...placeParts(value) } : null;
    case "person-ref":
      return typeof value === "number" ? { kind: "line", line: value } : null;
    case "composite":
    case "roster":
      return null;
  }
}

/** An answer's value is a name too and says its kind: the parts alone. */
function nameParts({ surname, given, patronymic }: NameValue): NameValue {
  return { surname, given, patronymic };
}

function placeParts({ country, kato, settlement, text }: PlaceValue): PlaceValue {
  return { country, kato, settlement, text };
}

/**
 * The answer as it is shown: what was given, else what is proposed while the question is asked. Nothing is proposed to
 * somebody who has cleared the question, and nothing that the question would object to.
 */
export function shownAnswer(plan: Plan, frame: Frame, { slot }: PlannedQuestion, offer: Offer): Answer | undefined {
  const { index, definition } = slot;
  const answer = frame.answers[index];
  const proposal = frame.proposals[index];
  if (proposal?.state !== "proposed" || frame.given[index] === true || frame.relevant[index] !== true) return answer;
  const { value } = proposal;
  const problem = checkValue(definition, { state: "answered", value }, { offer, hasCode: plan.hasCode });
  return problem === null ? proposal : answer;
}
