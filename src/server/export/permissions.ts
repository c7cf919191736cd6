// Which critical edits of a form still wait for the Department, and which it refused. A form counts in the person file
// once all of them are permitted.
import { permissionsAsked, type PermissionAsked } from "#questionnaire";
import type { PermissionDecision } from "../store/permission-store.ts";
import type { OpenedForm } from "./counted-forms.ts";

export interface OpenPermission extends PermissionAsked {
  readonly state: "waiting" | "refused";
}

/** Looks up the decisions by form; made once for all forms. */
export function openPermissionsBy(
  decisions: readonly PermissionDecision[],
): (opened: OpenedForm) => readonly OpenPermission[] {
  const keyOf = (sourceId: string, formId: string, rev: number, edit: string, path: string): string =>
    [sourceId, formId, rev, edit, path].join(" ");
  const granted = new Map(
    decisions.map((one) => [keyOf(one.sourceId, one.formId, one.rev, one.edit, one.path), one.isGranted]),
  );
  return ({ row, form, interview }) =>
    permissionsAsked(interview).flatMap((asked): readonly OpenPermission[] => {
      const isGranted = granted.get(keyOf(row.sourceId, form.id, form.rev, asked.edit, asked.path));
      if (isGranted === true) return [];
      return [{ ...asked, state: isGranted === undefined ? "waiting" : "refused" }];
    });
}
