// Counts for the Department: what arrived, by institution and tablet. No name and no answer.
import { z } from "zod";
import type { Connection } from "./database.ts";

export const DeviceStatus = z.object({
  institution: z.string(),
  kind: z.string(),
  kato: z.string(),
  device: z.string().nullable(),
  officer: z.string().nullable(),
  comparison: z.string().nullable(),
  enrolledAt: z.number().nullable(),
  lists: z.number(),
  lines: z.number(),
  headcount: z.number().nullable(),
  /** Census forms of persons. */
  forms: z.number(),
  lateForms: z.number(),
  /** Forms of the premises. */
  premises: z.number(),
  /** Lines closed without a form. */
  outcomes: z.number(),
  batches: z.number(),
  stored: z.number(),
  accepted: z.number(),
  refused: z.number(),
  quarantined: z.number(),
  copies: z.number(),
  receipts: z.number(),
  lastReceivedAt: z.number().nullable(),
});
export type DeviceStatus = z.infer<typeof DeviceStatus>;

/** One row for each tablet, and one for an institution that has none yet. */
export function readStatus(connection: Connection): Promise<readonly DeviceStatus[]> {
  return connection.rows(
    DeviceStatus,
    `WITH newest_list AS (
       SELECT DISTINCT ON (source_id, list_id) * FROM respondent_list ORDER BY source_id, list_id, rev DESC),
     lists AS (SELECT source_id, count(*) AS lists, sum(on_list)::bigint AS lines, sum(headcount)::bigint AS headcount
       FROM newest_list GROUP BY source_id),
     newest_form AS (SELECT DISTINCT ON (source_id, form_id) source_id, line, is_late FROM form
       ORDER BY source_id, form_id, rev DESC),
     forms AS (SELECT source_id, count(*) FILTER (WHERE line > 0) AS forms,
       count(*) FILTER (WHERE line > 0 AND is_late) AS late, count(*) FILTER (WHERE line = 0) AS premises
       FROM newest_form GROUP BY source_id),
     newest_outcome AS (SELECT DISTINCT ON (source_id, line_id) source_id, outcome FROM line_outcome
       ORDER BY source_id, line_id, rev DESC),
     outcomes AS (SELECT source_id, count(outcome) AS outcomes FROM newest_outcome GROUP BY source_id),
     batches AS (SELECT source_id, count(*) AS batches, count(*) FILTER (WHERE state = 'stored') AS stored,
       count(*) FILTER (WHERE state = 'accepted') AS accepted, count(*) FILTER (WHERE state = 'refused') AS refused,
       count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
       count(stored_receipt) + count(decided_receipt) AS receipts, max(received_at) AS last FROM batch GROUP BY source_id),
     copies AS (SELECT source_id, count(*) AS copies FROM batch_resend GROUP BY source_id)
     SELECT i.id AS institution, i.kind, i.kato, d.source_id AS device, d.officer_id AS officer, d.comparison,
       d.enrolled_at AS "enrolledAt", coalesce(l.lists, 0)::int AS lists, coalesce(l.lines, 0)::bigint AS lines,
       l.headcount, coalesce(f.forms, 0)::int AS forms, coalesce(f.late, 0)::int AS "lateForms",
       coalesce(f.premises, 0)::int AS premises,
       coalesce(o.outcomes, 0)::int AS outcomes,
       coalesce(b.batches, 0)::int AS batches, coalesce(b.stored, 0)::int AS stored, coalesce(b.accepted, 0)::int AS accepted,
       coalesce(b.refused, 0)::int AS refused, coalesce(b.quarantined, 0)::int AS quarantined,
       coalesce(c.copies, 0)::int AS copies, coalesce(b.receipts, 0)::int AS receipts, b.last AS "lastReceivedAt"
     FROM institution i LEFT JOIN device d ON d.institution_id = i.id
       LEFT JOIN lists l USING (source_id) LEFT JOIN forms f USING (source_id) LEFT JOIN outcomes o USING (source_id) LEFT JOIN batches b USING (source_id)
       LEFT JOIN copies c USING (source_id)
     ORDER BY i.id, d.enrolled_at`,
  );
}
