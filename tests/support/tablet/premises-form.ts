// A children's home in a brick house with everything: the premises' form answered whole.
import { premisesQuestionnaire } from "#census";
import { openInterview, type Answer, type AnswersByPath, type Context } from "#questionnaire";

const code = (text: string): Answer => ({ state: "answered", value: { kind: "code", code: text } });
const text = (words: string): Answer => ({ state: "answered", value: { kind: "text", text: words } });

const told: AnswersByPath = {
  "L01.kato": code("431010000"),
  "L01.street": text("Абай көшесі"),
  "L01.house": text("12"),
  "L01.nameKk": text("№ 1 балалар үйі"),
  "L01.nameRu": text("Детский дом № 1"),
  L02: code("2"),
  H01: code("7"),
};

/** What is left takes the first thing on offer. */
export function premisesAnswers(context: Context = { isListHere: false }): AnswersByPath {
  const interview = openInterview(premisesQuestionnaire(), { context, answers: told });
  for (let step = 0; step < 40; step++) {
    const [path] = interview.remaining();
    if (path === undefined) return interview.exported();
    const { options, definition, specials } = interview.question(path);
    const [first] = options;
    if (definition.type === "multi" && first !== undefined) {
      interview.give(path, { state: "answered", value: { kind: "codes", codes: [first.code] } });
    } else if (first !== undefined) interview.give(path, code(first.code));
    else if (specials.some(({ state }) => state === "unknown")) interview.give(path, { state: "unknown" });
    else throw new Error(`${path} cannot be answered here`);
  }
  throw new Error("the premises' form does not come to an end");
}
