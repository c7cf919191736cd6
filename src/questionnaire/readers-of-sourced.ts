// What is known before the interview is proposed and no more: a condition that hung on it would come out otherwise on the
// server, which is not told it. Implements QL92.
import type { DefinitionError } from "./definition-error.ts";
import type { Computation } from "./plan.ts";

/** Every condition that reads a context value with a source, itself or through calculations. */
export function readersOfSourced(computations: readonly Computation[]): readonly DefinitionError[] {
  return computations.flatMap((computation) => {
    const { slot } = computation;
    if (slot?.kind !== "context" || slot.entry.type === "list" || slot.entry.source === undefined) return [];
    const { id: name, file, place } = slot;
    return readersOf(computation).map((reader): DefinitionError => {
      return { type: "known-beforehand", file, place, name, reader };
    });
  });
}

/** Names of the questions and edits, each once. */
function readersOf(source: Computation): readonly string[] {
  const readers = new Set<string>();
  const reached = new Set([source]);
  for (const { wakes } of reached) {
    for (const { computation } of wakes) {
      const { work } = computation;
      if (work.kind === "calculation") reached.add(computation);
      else if (work.kind === "edit") readers.add(work.edit.checked.edit.id);
      else if (work.kind === "section") readers.add(work.slot.id);
      else if (work.kind !== "proposal" && work.kind !== "fills" && work.kind !== "context") {
        readers.add(work.question.slot.id);
      }
    }
  }
  return [...readers];
}
