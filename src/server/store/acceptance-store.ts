// What an acceptance code is judged by: the batches of a tablet without their bytes and receipts.
import { z } from "zod";
import type { Connection } from "./database.ts";

/** What is kept of one batch of a tablet. */
export const JudgedBatch = z.object({
  sourceId: z.string(),
  seq: z.number(),
  prev: z.string().nullable(),
  link: z.string(),
  state: z.enum(["stored", "accepted", "refused", "quarantined"]),
  /** Forms and lines of it that were refused; null while it is not decided. */
  linesBad: z.number().nullable(),
  code: z.string().nullable(),
});
export type JudgedBatch = z.infer<typeof JudgedBatch>;

const columns = `source_id AS "sourceId", seq, prev, link, state, lines_bad AS "linesBad", acceptance_code AS code`;

/** The batches of these tablets, by tablet. */
export async function readBatchesOf(
  connection: Connection,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JudgedBatch[]>> {
  return bySource(
    await connection.rows(JudgedBatch, `SELECT ${columns} FROM batch WHERE source_id = ANY ($1) ORDER BY seq`, [
      [...sourceIds],
    ]),
  );
}

/** The batches of every tablet of which anything ever came on a medium, by tablet: only those wait for a code. */
export async function readBatchesOfUsbTablets(
  connection: Connection,
): Promise<ReadonlyMap<string, readonly JudgedBatch[]>> {
  return bySource(
    await connection.rows(
      JudgedBatch,
      `SELECT ${columns} FROM batch WHERE source_id IN (SELECT source_id FROM batch WHERE via = 'usb'
         UNION SELECT source_id FROM batch_resend WHERE via = 'usb') ORDER BY seq`,
    ),
  );
}

function bySource(rows: readonly JudgedBatch[]): ReadonlyMap<string, readonly JudgedBatch[]> {
  return Map.groupBy(rows, ({ sourceId }) => sourceId);
}
