// The Department's word on a critical edit that a form was finished with (QL79).
import { err, ok, permissionsAsked, type Result } from "#questionnaire";
import { openForm } from "../export/counted-forms.ts";
import type { InstrumentTexts } from "../registry/form-questionnaire.ts";
import { readNewestForm } from "../store/census-store.ts";
import type { Database } from "../store/database.ts";
import { writePermission } from "../store/permission-store.ts";

export interface PermissionWord {
  readonly formId: string;
  readonly edit: string;
  readonly isGranted: boolean;
  readonly byWhom: string;
  readonly remark: string | null;
  readonly atMs: number;
}

export type PermissionRefusal = "form-unknown" | "version-unknown" | "nothing-asked";

/** Records the decision on the form's newest revision, at every question where the edit asks for it. An earlier decision stays recorded and counts no more. */
export async function decidePermission(
  database: Database,
  instruments: readonly InstrumentTexts[],
  { formId, edit, isGranted, ...facts }: PermissionWord,
): Promise<Result<{ readonly questions: number }, { readonly type: PermissionRefusal }>> {
  const found = await readNewestForm(database, formId);
  if (found === null) return err({ type: "form-unknown" });
  const opened = openForm(found, instruments);
  if (opened.interview === null) return err({ type: "version-unknown" });
  const asked = permissionsAsked(opened.interview).filter((one) => one.edit === edit);
  if (asked.length === 0) return err({ type: "nothing-asked" });
  const { sourceId } = opened.row;
  const { rev } = opened.form;
  await database.transaction(async (connection) => {
    for (const { path } of asked) {
      await writePermission(connection, { sourceId, formId, rev, edit, path, isGranted }, facts);
    }
  });
  return ok({ questions: asked.length });
}
