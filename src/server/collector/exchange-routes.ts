// The protocol over HTTP (design 4.5): no cookie, no token, every request proves itself. Answers say codes, never why a
// signature failed.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import {
  HelloRequest,
  httpStatusOf,
  isProtocolErrorCode,
  PollAnswer,
  verifyPoll,
  type ProtocolRefusal,
} from "#protocol";
import { readBatches } from "../store/batch-store.ts";
import { enrolDevice, type EnrolDesk } from "./enrol.ts";
import type { HelloDesk } from "./hello-desk.ts";
import { readUpload } from "./read-upload.ts";
import { takeBatch, type BatchDesk, type TakeRefusal } from "./take-batch.ts";

export interface ExchangeFacts {
  readonly batches: BatchDesk;
  readonly hello: HelloDesk;
  readonly enrolment: EnrolDesk;
  readonly keysJws: string;
  /** A batch is durable: the opener may look. */
  readonly onStored: () => void;
}

const EnrolBody = z.strictObject({ enrol: z.string().max(32_768) });
const PollBody = z.strictObject({ poll: z.string().max(8_192) });

function refuse(reply: FastifyReply, error: TakeRefusal): FastifyReply {
  if (error.type === "disk-full")
    return reply
      .code(507)
      .header("retry-after", "600")
      .send({ error: { type: "server-error" } });
  return reply.code(statusOf(error)).send({ error: { type: error.type } });
}

function statusOf(error: ProtocolRefusal): number {
  return isProtocolErrorCode(error.type) ? httpStatusOf(error) : 500;
}

/** An answer is at most 64 kB: what does not fit comes with a later poll. */
function fitting(receipts: readonly string[]): string[] {
  const roomBytes = 60 * 1024;
  let used = 0;
  return receipts.filter((receipt) => {
    used += receipt.length + 3;
    return used <= roomBytes;
  });
}

function badRequest(reply: FastifyReply): FastifyReply {
  return refuse(reply, { type: "message-invalid" });
}

export function addExchangeRoutes(server: FastifyInstance, facts: ExchangeFacts): void {
  server.addContentTypeParser("application/vnd.census.batch", (_request, payload, done) => done(null, payload));

  server.post("/v1/hello", async (request, reply) => {
    const body = HelloRequest.safeParse(request.body);
    return body.success ? { hello: await facts.hello.answer(body.data) } : badRequest(reply);
  });

  server.get("/v1/keys", async (_request, reply) => reply.type("application/jose").send(facts.keysJws));

  server.post("/v1/enrol", { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } }, async (request, reply) => {
    const body = EnrolBody.safeParse(request.body);
    if (!body.success) return badRequest(reply);
    const enrolled = await enrolDevice(facts.enrolment, body.data.enrol);
    return enrolled.ok ? { enrolled: enrolled.value } : refuse(reply, enrolled.error);
  });

  server.post("/v1/batches", async (request, reply) => {
    const { deviceKeys, col } = facts.batches;
    if (!(request.body instanceof Readable)) return badRequest(reply);
    const upload = await readUpload(request.body, deviceKeys, col);
    if (!upload.ok) return refuse(reply, upload.error);
    const taken = await takeBatch(facts.batches, upload.value, "vpn");
    if (!taken.ok) return refuse(reply, taken.error);
    facts.onStored();
    const { receipt, isNew, conflict } = taken.value;
    if (conflict !== null) return reply.code(409).send({ error: { type: conflict.type }, receipt });
    return reply.code(isNew ? 201 : 200).send({ receipt });
  });

  server.post("/v1/receipts", async (request, reply) => {
    const body = PollBody.safeParse(request.body);
    if (!body.success) return badRequest(reply);
    const poll = await verifyPoll(body.data.poll, facts.batches.deviceKeys, facts.hello.isKnown);
    if (!poll.ok) return refuse(reply, poll.error);
    const batches = await readBatches(facts.batches.database, poll.value.dev);
    const receipts = batches
      .filter(({ seq }) => seq > poll.value.have)
      .map(({ decidedReceipt, storedReceipt }) => decidedReceipt ?? storedReceipt)
      .filter((receipt) => receipt !== null);
    return PollAnswer.parse({ receipts: fitting(receipts), downlinks: [] });
  });
}
