// Batches as the collector and the opener know them: facts of the envelope and where the file lies.
// The bytes themselves are in the spool; a row exists only when its file is durable.
import { z } from "zod";
import type { Connection, Database } from "./database.ts";

export const StoredBatch = z.object({
  sourceId: z.string(),
  bid: z.string(),
  sha: z.string(),
  link: z.string(),
  seq: z.number(),
  prev: z.string().nullable(),
  len: z.number(),
  file: z.string(),
  via: z.enum(["vpn", "usb"]),
  receivedAt: z.number(),
  state: z.enum(["stored", "accepted", "refused", "quarantined"]),
  why: z.string().nullable(),
  storedReceipt: z.string().nullable(),
  decidedReceipt: z.string().nullable(),
});
export type StoredBatch = z.infer<typeof StoredBatch>;

const columns = `source_id AS "sourceId", bid, sha, link, seq, prev, len, file, via, received_at AS "receivedAt", state, why,
  stored_receipt AS "storedReceipt", decided_receipt AS "decidedReceipt"`;

export type NewBatch = Omit<StoredBatch, "storedReceipt" | "decidedReceipt">;

/** All batches of a tablet by rising number. */
export function readBatches(connection: Connection, sourceId: string): Promise<readonly StoredBatch[]> {
  return connection.rows(StoredBatch, `SELECT ${columns} FROM batch WHERE source_id = $1 ORDER BY seq, received_at`, [
    sourceId,
  ]);
}

export async function readBatch(connection: Connection, sourceId: string, link: string): Promise<StoredBatch | null> {
  const [found] = await connection.rows(
    StoredBatch,
    `SELECT ${columns} FROM batch WHERE source_id = $1 AND link = $2`,
    [sourceId, link],
  );
  return found ?? null;
}

const Ingested = z.object({ isNew: z.boolean() });

/** One statement, one implicit transaction: a new row, or a note that the batch came again. */
export async function ingestBatch(connection: Connection, batch: NewBatch): Promise<boolean> {
  const [answer] = await connection.rows(
    Ingested,
    `WITH given AS (SELECT * FROM jsonb_to_record($1::text::jsonb) AS g(
       "sourceId" text, bid text, sha text, link text, seq bigint, prev text, len int, file text, via text,
       "receivedAt" bigint, state text, why text)),
     added AS (INSERT INTO batch (source_id, bid, sha, link, seq, prev, len, file, via, received_at, state, why)
       SELECT "sourceId", bid, sha, link, seq, prev, len, file, via, to_timestamp("receivedAt" / 1000.0), state, why FROM given
       ON CONFLICT DO NOTHING RETURNING bid),
     again AS (INSERT INTO batch_resend (source_id, bid, at, via)
       SELECT "sourceId", bid, to_timestamp("receivedAt" / 1000.0), via FROM given
       WHERE NOT EXISTS (SELECT FROM added) RETURNING bid)
     SELECT EXISTS (SELECT FROM added) AS "isNew"`,
    [JSON.stringify(batch)],
  );
  return answer?.isNew ?? false;
}

const Receipt = z.object({ receipt: z.string() });

/** Keeps the first receipt that was signed for a batch and returns that one: a copy gets the same bytes. */
export async function keepStoredReceipt(
  connection: Connection,
  batch: Pick<StoredBatch, "sourceId" | "link">,
  receipt: string,
): Promise<string> {
  const [kept] = await connection.rows(
    Receipt,
    `UPDATE batch SET stored_receipt = coalesce(stored_receipt, $3) WHERE source_id = $1 AND link = $2
     RETURNING stored_receipt AS receipt`,
    [batch.sourceId, batch.link, receipt],
  );
  return kept?.receipt ?? receipt;
}

/** One batch after another of one tablet: numbers and links are judged against what is stored. */
export async function withDeviceLock<T>(
  database: Database,
  sourceId: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return database.transaction(async (connection) => {
    await connection.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [sourceId]);
    return work(connection);
  });
}

/** Takes the oldest batch nobody opens at the moment and that is not left aside (by link); the row stays locked until the transaction ends. */
export async function takeBatchToOpen(
  connection: Connection,
  leftAside: readonly string[],
): Promise<StoredBatch | null> {
  const [found] = await connection.rows(
    StoredBatch,
    `SELECT ${columns} FROM batch WHERE state = 'stored' AND link <> ALL ($1) ORDER BY received_at, seq LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [[...leftAside]],
  );
  return found ?? null;
}

const Answer = z.object({ isSo: z.boolean() });

/** True while somebody holds a stored batch of these tablets, as an opener does until it has decided it. */
export async function isBeingOpened(connection: Connection, sourceIds: readonly string[]): Promise<boolean> {
  const [answer] = await connection.rows(
    Answer,
    `WITH free AS (SELECT link FROM batch WHERE source_id = ANY ($1) AND state = 'stored' FOR UPDATE SKIP LOCKED)
     SELECT EXISTS (SELECT FROM batch WHERE source_id = ANY ($1) AND state = 'stored'
       AND link NOT IN (SELECT link FROM free)) AS "isSo"`,
    [[...sourceIds]],
  );
  return answer?.isSo ?? false;
}

export interface Decision {
  readonly state: "accepted" | "refused" | "quarantined";
  readonly why: string | null;
  readonly receipt: string;
  readonly atMs: number;
  readonly linesOk: number;
  readonly linesBad: number;
  readonly acceptanceCode: string | null;
}

export async function decideBatch(
  connection: Connection,
  batch: Pick<StoredBatch, "sourceId" | "link">,
  decision: Decision,
): Promise<void> {
  await connection.run(
    `UPDATE batch SET state = $3, why = $4, decided_receipt = $5, decided_at = to_timestamp($6 / 1000.0),
       lines_ok = $7, lines_bad = $8, acceptance_code = $9 WHERE source_id = $1 AND link = $2`,
    [
      batch.sourceId,
      batch.link,
      decision.state,
      decision.why,
      decision.receipt,
      decision.atMs,
      decision.linesOk,
      decision.linesBad,
      decision.acceptanceCode,
    ],
  );
}
