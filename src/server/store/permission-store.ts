// The Department's decisions on critical edits (QL79): kept one after the other, the last one counts.
import { z } from "zod";
import type { Connection } from "./database.ts";

const Decision = z.object({
  sourceId: z.string(),
  formId: z.string(),
  rev: z.number(),
  edit: z.string(),
  path: z.string(),
  isGranted: z.boolean(),
});

/** Of one critical edit at one question of one revision of a form. */
export type PermissionDecision = z.infer<typeof Decision>;

export async function writePermission(
  connection: Connection,
  { sourceId, formId, rev, edit, path, isGranted }: PermissionDecision,
  facts: { readonly byWhom: string; readonly remark: string | null; readonly atMs: number },
): Promise<void> {
  await connection.run(
    `INSERT INTO permission (source_id, form_id, rev, edit, path, is_granted, by_whom, remark, said_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`,
    [sourceId, formId, rev, edit, path, isGranted, facts.byWhom, facts.remark, facts.atMs],
  );
}

/** The last decision on each; they are few. */
export function readPermissions(connection: Connection): Promise<readonly PermissionDecision[]> {
  return connection.rows(
    Decision,
    `SELECT DISTINCT ON (source_id, form_id, rev, edit, path) source_id AS "sourceId", form_id AS "formId", rev, edit, path,
       is_granted AS "isGranted"
     FROM permission ORDER BY source_id, form_id, rev, edit, path, number DESC`,
  );
}
