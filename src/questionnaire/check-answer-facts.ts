// Context values that tell of one answer who gave it and what it rests on. Implements QL96.
import type { CheckRun } from "./check-run.ts";
import type { AnswerFact } from "./questionnaire.ts";
import type { DefinitionFile } from "./definition.ts";
import { placeOf } from "./definition-place.ts";

/** The question of each is one of the questionnaire's, outside all rosters: the fact is one, and not one per row. */
export function checkAnswerFacts(run: CheckRun, files: readonly DefinitionFile[]): void {
  for (const { id: file, context = [] } of files) {
    for (const { name, question, fact } of factsIn(context)) {
      const slot = run.laidOut.names.questions.get(question);
      const reason = slot === undefined ? "unknown" : slot.layout.roster !== null ? "in-another-roster" : null;
      if (reason === null) continue;
      const place = placeOf("context", name, `${fact}Of`);
      run.errors.push({ type: "reference-wrong", file, place, to: question, reason });
    }
  }
}

/** All facts that the files want to be told of answers. */
export function answerFactsOf(files: readonly DefinitionFile[]): readonly AnswerFact[] {
  return files.flatMap(({ context = [] }) => factsIn(context));
}

function factsIn(context: NonNullable<DefinitionFile["context"]>): readonly AnswerFact[] {
  return context.flatMap((entry): readonly AnswerFact[] => {
    if (entry.type === "list") return [];
    const { id: name, sourceOf, basisOf } = entry;
    return [
      ...(sourceOf === undefined ? [] : [{ name, question: sourceOf, fact: "source" as const }]),
      ...(basisOf === undefined ? [] : [{ name, question: basisOf, fact: "basis" as const }]),
    ];
  });
}
