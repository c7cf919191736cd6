// Asking a test server as a tablet does, and reading what it keeps.
import { Receipt, verifyReceipt, type SealedBatch } from "#protocol";
import { z } from "zod";
import { readBatches } from "../../../src/server/store/batch-store.ts";
import { good } from "../fieldwork/officer.ts";
import type { ServerTablet } from "./server-tablet.ts";
import type { TestServer } from "./test-server.ts";

export interface PostAnswer {
  readonly status: number;
  readonly receipt: string | undefined;
  readonly error: string | undefined;
}

const Answer = z.object({ receipt: z.string().optional(), error: z.object({ type: z.string() }).optional() });

const Count = z.object({ count: z.number() });

/** The server is asked for at each call: it starts after the file was read. */
export function createExchange(server: () => TestServer) {
  async function post(bytes: Uint8Array): Promise<PostAnswer> {
    const answer = await server().http.inject({
      method: "POST",
      url: "/v1/batches",
      headers: { "content-type": "application/vnd.census.batch" },
      payload: Buffer.from(bytes),
    });
    const { receipt, error } = Answer.parse(answer.json());
    return { status: answer.statusCode, receipt, error: error?.type };
  }

  /** Verified as the tablet that made these batches verifies it. */
  async function receiptOf(jws: string | null | undefined, ...own: readonly SealedBatch[]): Promise<Receipt> {
    const verified = await verifyReceipt(jws ?? "", server().document, {
      dev: own[0]?.manifest.dev ?? "",
      batchOf: (bid) => own.find((batch) => batch.bid === bid)?.manifest ?? null,
      linkOf: (seq) => own.find(({ manifest }) => manifest.seq === seq)?.link ?? null,
    });
    return Receipt.parse(good(verified).receipt);
  }

  const storedOf = ({ enrolled }: ServerTablet) => readBatches(server().database, enrolled.dev);

  async function countOf(
    table: "batch_resend" | "form" | "list_line" | "respondent_list",
    sourceId: string,
  ): Promise<number> {
    const [row] = await server().database.rows(Count, `SELECT count(*) FROM ${table} WHERE source_id = $1`, [sourceId]);
    return row?.count ?? 0;
  }
  return { post, receiptOf, storedOf, countOf };
}
