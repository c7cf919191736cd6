// A file of another kind has a hundred thousand errors; the first few hundred say as much. Implements QL3.
import type { DefinitionError } from "./definition-error.ts";
import { limits } from "./limits.ts";

/** The first errors, and how many more there are. */
export function capErrors(errors: readonly DefinitionError[]): readonly DefinitionError[] {
  const [first] = errors;
  const count = errors.length - limits.errors;
  if (first === undefined || count <= 0) return errors;
  return [...errors.slice(0, limits.errors), { type: "more-errors", file: first.file, place: "the files", count }];
}

/** How many errors there are, those that are not named included. */
export function countErrors(errors: readonly DefinitionError[]): number {
  return errors.reduce((count, error) => count + (error.type === "more-errors" ? error.count : 1), 0);
}
