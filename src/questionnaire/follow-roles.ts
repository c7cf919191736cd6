// A role stays with its question when the question gets another id; where another question has it, that must be said.
// Otherwise programs would read the answers of a question that only has the old id. Implements QL95.
import { placeOf } from "./definition-place.ts";
import type { DefinitionFile } from "./definition.ts";
import type { Questionnaire } from "./questionnaire.ts";
import type { VersionMap } from "./version-declaration.ts";
import type { VersionError } from "./version-error.ts";
import type { QuestionMove } from "./version-map.ts";

/** What is wrong with the roles of a file in the later version; `map` is the file's from the earlier one. */
export function followRoles(
  { id: file, roles = {} }: DefinitionFile,
  map: VersionMap,
  later: Questionnaire,
  questions: ReadonlyMap<string, QuestionMove>,
): readonly VersionError[] {
  const errors: VersionError[] = [];
  const moved = map.rolesMoved ?? {};
  for (const role of Object.keys(moved)) {
    const place = placeOf(`from version ${map.version}`, "rolesMoved");
    if (!Object.hasOwn(roles, role)) errors.push({ type: "old-role-unknown", file, place, role });
  }
  for (const [role, id] of Object.entries(roles)) {
    const to = questions.get(id)?.to ?? null;
    const isSaid = to === null || Object.hasOwn(moved, role) || later.roles.get(role)?.includes(to) === true;
    if (!isSaid) errors.push({ type: "role-lost", file, place: placeOf("roles", role), role, id, to });
  }
  return errors;
}
