// How long each institution's newest signed list is.
import { z } from "zod";
import type { Connection } from "./database.ts";

export const ListTotal = z.object({ institution: z.string(), onList: z.number() });
export type ListTotal = z.infer<typeof ListTotal>;

/** Lists of several tablets of one institution are added up. */
export function readListTotals(connection: Connection): Promise<readonly ListTotal[]> {
  return connection.rows(
    ListTotal,
    `WITH newest AS (SELECT DISTINCT ON (source_id, list_id) institution_id, on_list FROM respondent_list
       ORDER BY source_id, list_id, rev DESC)
     SELECT institution_id AS institution, sum(on_list)::bigint AS "onList" FROM newest GROUP BY institution_id`,
  );
}
