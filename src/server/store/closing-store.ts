// How every line of the lists stands (order, par. 9, 2; O11): interviewed, from the administration, taken off the list,
// closed without a form, or still open. Numbers and codes only.
import { PartialDate } from "#questionnaire";
import { z } from "zod";
import type { Connection } from "./database.ts";

export const LineClosing = z.object({
  institution: z.string(),
  sourceId: z.string(),
  lineId: z.string(),
  line: z.number(),
  /** 1 = on the list when it was first signed, 2 = added later. */
  stage: z.number(),
  closing: z.enum([
    "interviewed",
    "administration",
    "left",
    "died",
    "duplicate",
    "mistake",
    "refused",
    "absent",
    "unable",
    "open",
  ]),
  /** Of somebody who left, the day as far as it is known. */
  leftOn: PartialDate.nullable(),
});
export type LineClosing = z.infer<typeof LineClosing>;

/**
 * One row a line, by institution, tablet and number. A line that came with a form or an outcome before the list that
 * holds it was signed again counts as added later. A line taken off stays off whatever else was sent; a form counts
 * above an outcome.
 */
export function readClosings(connection: Connection): Promise<readonly LineClosing[]> {
  return connection.rows(
    LineClosing,
    `WITH listed AS (SELECT DISTINCT ON (source_id, line_id) source_id, line_id, number, stage, removed, left_on
       FROM list_line ORDER BY source_id, line_id, rev DESC),
     formed AS (SELECT DISTINCT ON (source_id, content->>'lineId') source_id, content->>'lineId' AS line_id, line,
       content->'source'->>'kind' AS source FROM form WHERE line > 0 ORDER BY source_id, content->>'lineId', rev DESC),
     said AS (SELECT DISTINCT ON (source_id, line_id) source_id, line_id, line, outcome
       FROM line_outcome ORDER BY source_id, line_id, rev DESC)
     SELECT d.institution_id AS institution, source_id AS "sourceId", line_id AS "lineId",
       coalesce(listed.number, formed.line, said.line) AS line, coalesce(listed.stage, 2)::int AS stage,
       CASE WHEN listed.removed IS NOT NULL THEN listed.removed
         WHEN formed.line IS NOT NULL THEN CASE formed.source WHEN 'administration' THEN 'administration' ELSE 'interviewed' END
         ELSE coalesce(said.outcome, 'open') END AS closing,
       listed.left_on AS "leftOn"
     FROM listed FULL JOIN formed USING (source_id, line_id) FULL JOIN said USING (source_id, line_id)
       JOIN device d USING (source_id)
     ORDER BY 1, 2, 4`,
  );
}
