// The whole server as a process, killed in the middle of taking a batch: whatever the moment, the tablet sends again and
// the Department has the batch exactly once.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  currentSealKey,
  newId,
  parseEnrolmentLink,
  verifyEnrolled,
  verifyKeyDocument,
  verifyReceipt,
  type KeyDocument,
  type SealedBatch,
} from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { random } from "../../src/server/workplace.ts";
import { createRunningServer, type RunningServer } from "../e2e/support/running-server.ts";
import { good } from "../support/fieldwork/officer.ts";
import {
  createTabletKeys,
  enrolRequest,
  helloId,
  tabletOf,
  type ServerTablet,
} from "../support/server/server-tablet.ts";

let server: RunningServer;
let document: KeyDocument;
let tablet: ServerTablet;

const Status = z.object({
  devices: z.array(
    z.object({ device: z.string().nullable(), batches: z.number(), accepted: z.number(), stored: z.number() }),
  ),
});

async function postJson<T>(path: string, Answer: z.ZodType<T>, body: unknown): Promise<T> {
  const answer = await fetch(`${server.origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return Answer.parse(await answer.json());
}

function postBatch(batch: SealedBatch): Promise<Response> {
  return fetch(`${server.origin}/v1/batches`, {
    method: "POST",
    headers: { "content-type": "application/vnd.census.batch" },
    body: batch.bytes,
  });
}

/** As a tablet enrols: link, key document, hello, request, answer. */
async function enrolOverHttp(): Promise<ServerTablet> {
  const printed = /enrolment link\s+(\S+)/.exec(server.output())?.[1] ?? "";
  const link = good(parseEnrolmentLink(printed));
  const keysJws = await (await fetch(`${server.origin}/v1/keys`)).text();
  document = good(await verifyKeyDocument(keysJws, link.rootThumbprint, 0));
  const keys = await createTabletKeys();
  const { hello } = await postJson("/v1/hello", z.object({ hello: z.string() }), { n: newId(random) });
  const nonce = helloId(hello);
  const enrol = await enrolRequest(keys, link.code, nonce);
  const { enrolled } = await postJson("/v1/enrol", z.object({ enrolled: z.string() }), { enrol });
  const who = good(
    await verifyEnrolled(enrolled, { document, devKid: keys.device.kid, offKid: keys.officer.kid, nonce }),
  );
  const { recipient } = currentSealKey(document, Date.now());
  return tabletOf(keys, who, { recipient, nowMs: () => Date.now(), random });
}

/** Resolves at the moment the spool holds the batch's durable file. */
async function untilInSpool({ manifest }: SealedBatch): Promise<void> {
  const folder = join(server.dataDir, "spool", manifest.dev);
  const isThere = (): boolean =>
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(manifest.bid) && name.endsWith(".census"));
  while (!isThere()) await new Promise<void>((resolve) => void setImmediate(resolve));
}

async function stateOf(batch: SealedBatch, answer: Response): Promise<string | undefined> {
  const { receipt } = z.object({ receipt: z.string() }).parse(await answer.json());
  const verified = await verifyReceipt(receipt, document, {
    dev: batch.manifest.dev,
    batchOf: (bid) => (bid === batch.bid ? batch.manifest : null),
    linkOf: (seq) => (seq === batch.manifest.seq ? batch.link : null),
  });
  return good(verified).receipt?.st;
}

async function batchCount(): Promise<number | undefined> {
  const { code, stdout, stderr } = await server.sanaq("status", "--json");
  expect([code, stderr]).toEqual([0, ""]);
  return Status.parse(JSON.parse(stdout)).devices.find(({ device }) => device === tablet.enrolled.dev)?.batches;
}

beforeAll(async () => {
  server = await createRunningServer();
  tablet = await enrolOverHttp();
});
afterAll(() => server.remove());

describe("a server that is killed while it takes batches", () => {
  let first: SealedBatch;

  it("[SY30] has the batch once after the tablet sent it again", async () => {
    first = await tablet.seal(1, null, []);
    const cut = postBatch(first).then(
      () => "answered",
      () => "cut",
    );
    await untilInSpool(first);
    await server.kill();
    expect(["answered", "cut"]).toContain(await cut);
    await server.start();
    const again = await postBatch(first);
    expect([200, 201]).toContain(again.status);
    expect(await stateOf(first, again)).toBe("stored");
    expect(await batchCount()).toBe(1);
  });

  it("still knows an answered batch, and answers with the same receipt", async () => {
    const second = await tablet.seal(2, first, []);
    const answer = await postBatch(second);
    expect(answer.status).toBe(201);
    const said = await answer.text();
    await server.kill();
    await server.start();
    const again = await postBatch(second);
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(said);
    expect(await batchCount()).toBe(2);
  });

  it("ends in order when it is told to, and starts again with everything", async () => {
    await server.stop();
    expect(existsSync(join(server.dataDir, "server.pid"))).toBe(false);
    expect(existsSync(join(server.dataDir, "postgres/postmaster.pid"))).toBe(false);
    expect(await batchCount()).toBe(2);
    await server.start();
    expect((await postBatch(first)).status).toBe(200);
  });
});
