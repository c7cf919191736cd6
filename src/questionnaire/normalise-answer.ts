// A multi's marks as they are kept: each once, in the order of the options, and an exclusive option alone. The newest
// mark wins: marking "none" clears the others, marking another clears "none" (QL48).
import type { Answer } from "./answer.ts";
import type { Option } from "./definition.ts";
import type { QuestionSlot } from "./layout.ts";

/** The answer to keep; anything but marks in a multi is kept as it is. */
export function normaliseAnswer(slot: QuestionSlot, before: Answer, answer: Answer): Answer {
  if (slot.definition.type !== "multi" || answer.state !== "answered" || answer.value.kind !== "codes") return answer;
  const marked = new Set(answer.value.codes);
  const known = slot.options.filter(({ code }) => marked.has(code)).map(({ code }) => code);
  const strange = [...marked].filter((code) => !known.includes(code));
  const codes = separateExclusive(slot.options, codesOf(before), [...known, ...strange]);
  return { ...answer, value: { kind: "codes", codes } };
}

function codesOf(answer: Answer): readonly string[] {
  return answer.state === "answered" && answer.value.kind === "codes" ? answer.value.codes : [];
}

function separateExclusive(options: readonly Option[], before: readonly string[], codes: string[]): string[] {
  const exclusive = codes.filter((code) => options.some((option) => option.code === code && option.exclusive === true));
  if (exclusive.length === 0 || codes.length === 1) return codes;
  const added = exclusive.find((code) => !before.includes(code));
  return added === undefined ? codes.filter((code) => !exclusive.includes(code)) : [added];
}
