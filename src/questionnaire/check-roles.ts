// Which question plays which part for the host's own code: by a role it is found whatever its id is in a version.
// Implements QL93, QL94.
import type { CheckRun } from "./check-run.ts";
import type { DefinitionError } from "./definition-error.ts";
import type { DefinitionFile } from "./definition.ts";
import { placeOf } from "./definition-place.ts";
import type { QuestionnaireHost, QuestionRole } from "./host.ts";
import { nearestName } from "./nearest-name.ts";
import type { Questionnaire } from "./questionnaire.ts";

/** Each role is one the host knows; its question stands outside all rosters, is of a type the role takes and has its codes. */
export function checkRoles(run: CheckRun, files: readonly DefinitionFile[]): void {
  const known: ReadonlyMap<string, QuestionRole> = run.host.roles ?? new Map();
  for (const { id: file, roles = {} } of files) {
    for (const [role, to] of Object.entries(roles)) {
      const where = { file, place: placeOf("roles", role) };
      const taken = known.get(role);
      const slot = run.laidOut.names.questions.get(to);
      if (taken === undefined) {
        run.errors.push({ type: "role-unknown", ...where, role, nearest: nearestName(role, known.keys()) });
      } else if (slot === undefined) {
        run.errors.push({ type: "reference-wrong", ...where, to, reason: "unknown" });
      } else if (slot.layout.roster !== null) {
        run.errors.push({ type: "reference-wrong", ...where, to, reason: "in-another-roster" });
      } else if (!taken.types.includes(slot.definition.type)) {
        const expected = taken.types.join(", ");
        run.errors.push({ type: "role-type", ...where, role, to, expected, found: slot.definition.type });
      } else {
        const code = taken.codes?.find((one) => !slot.options.some((option) => option.code === one));
        if (code !== undefined) run.errors.push({ type: "role-code", ...where, role, to, code });
      }
    }
  }
}

/** The questions of each role, in the order of the files: two forms may each have one. */
export function questionsByRole(files: readonly DefinitionFile[]): ReadonlyMap<string, readonly string[]> {
  const byRole = new Map<string, readonly string[]>();
  for (const { roles = {} } of files) {
    for (const [role, id] of Object.entries(roles)) byRole.set(role, [...(byRole.get(role) ?? []), id]);
  }
  return byRole;
}

/** The roles that the host cannot do without in a questionnaire of this unit, and that no file of it gives. */
export function missingRoles(
  { roles, unit, files }: Pick<Questionnaire, "roles" | "unit" | "files">,
  host: QuestionnaireHost,
): readonly DefinitionError[] {
  const file = files.map(({ id }) => id).join("+");
  return [...(host.roles ?? [])].flatMap(([role, { requiredIn, types }]): readonly DefinitionError[] =>
    !requiredIn.includes(unit) || roles.has(role)
      ? []
      : [{ type: "role-missing", file, place: "roles", role, unit, expected: types.join(", ") }],
  );
}
