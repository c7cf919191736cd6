// What was opened and checked: lists, their lines, forms. Rewriting the same revision changes nothing.
import type { FormLine, ListHeadLine, ListPersonLine, OutcomeLine } from "#fieldwork";
import { z } from "zod";
import type { Connection } from "./database.ts";

export interface Origin {
  readonly sourceId: string;
  readonly bid: string;
  readonly institutionId: string;
  readonly officerId: string;
}

export async function writeListHead(connection: Connection, origin: Origin, head: ListHeadLine): Promise<void> {
  await connection.run(
    `INSERT INTO respondent_list VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7, $8, $9, $10, $11)
     ON CONFLICT DO NOTHING`,
    [
      origin.sourceId,
      head.list,
      head.rev,
      origin.institutionId,
      head.asOf,
      head.signedAtMs,
      head.headcount,
      head.total,
      head.onList,
      head.differenceReason,
      head.parts,
    ],
  );
}

export async function writeListLine(connection: Connection, origin: Origin, line: ListPersonLine): Promise<void> {
  await connection.run(
    "INSERT INTO list_line VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9::text::jsonb) ON CONFLICT DO NOTHING",
    [
      origin.sourceId,
      line.list,
      line.rev,
      line.lineId,
      line.number,
      line.stage,
      JSON.stringify(line.person),
      line.removed?.reason ?? null,
      line.removed?.leftOn === undefined ? null : JSON.stringify(line.removed.leftOn),
    ],
  );
}

export async function writeOutcome(connection: Connection, origin: Origin, said: OutcomeLine): Promise<void> {
  await connection.run(
    `INSERT INTO line_outcome VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0))
     ON CONFLICT DO NOTHING`,
    [
      origin.sourceId,
      said.lineId,
      said.rev,
      origin.bid,
      origin.institutionId,
      origin.officerId,
      said.line,
      said.outcome,
      said.note,
      said.atMs,
    ],
  );
}

const ContentSha = z.object({ contentSha: z.string() });

/** `rev-conflict` where the same revision is there with other content: a person has to look. */
export async function writeForm(
  connection: Connection,
  origin: Origin,
  form: FormLine,
  facts: { readonly contentSha: string; readonly acceptedAtMs: number; readonly isLate: boolean },
): Promise<"written" | "already-there" | "rev-conflict"> {
  const added = await connection.run(
    `INSERT INTO form VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0), to_timestamp($9 / 1000.0), $10, $11,
       $12::text::jsonb) ON CONFLICT DO NOTHING`,
    [
      origin.sourceId,
      form.id,
      form.rev,
      origin.bid,
      origin.institutionId,
      origin.officerId,
      form.line,
      form.finishedAtMs,
      facts.acceptedAtMs,
      facts.isLate,
      facts.contentSha,
      JSON.stringify(form),
    ],
  );
  if (added === 1) return "written";
  const [there] = await connection.rows(
    ContentSha,
    `SELECT content_sha AS "contentSha" FROM form WHERE source_id = $1 AND form_id = $2 AND rev = $3`,
    [origin.sourceId, form.id, form.rev],
  );
  return there?.contentSha === facts.contentSha ? "already-there" : "rev-conflict";
}

export const CountedForm = z.object({
  sourceId: z.string(),
  institutionId: z.string(),
  officerId: z.string(),
  isLate: z.boolean(),
  acceptedAt: z.number(),
  content: z.json(),
});
export type CountedForm = z.infer<typeof CountedForm>;

/** The newest revision of each form, page by page by the key; `after` is the last of the page before. */
export function readCountedForms(
  connection: Connection,
  after: { readonly sourceId: string; readonly formId: string } | null,
  limit: number,
): Promise<readonly (CountedForm & { readonly formId: string })[]> {
  return connection.rows(
    CountedForm.extend({ formId: z.string() }),
    `SELECT DISTINCT ON (source_id, form_id) source_id AS "sourceId", form_id AS "formId", institution_id AS "institutionId",
       officer_id AS "officerId", is_late AS "isLate", accepted_at AS "acceptedAt", content
     FROM form WHERE (source_id, form_id) > ($1, $2) ORDER BY source_id, form_id, rev DESC LIMIT $3`,
    [after?.sourceId ?? "", after?.formId ?? "", limit],
  );
}

/** The newest revision of one form; null for an id that is none. */
export async function readNewestForm(connection: Connection, formId: string): Promise<CountedForm | null> {
  const [form] = await connection.rows(
    CountedForm,
    `SELECT source_id AS "sourceId", institution_id AS "institutionId", officer_id AS "officerId", is_late AS "isLate",
       accepted_at AS "acceptedAt", content FROM form WHERE form_id = $1 ORDER BY rev DESC LIMIT 1`,
    [formId],
  );
  return form ?? null;
}
