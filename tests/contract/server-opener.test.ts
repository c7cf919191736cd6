// What the opener makes of stored batches, over a real PostgreSQL and with its real opening process.
import { FormLine } from "#fieldwork";
import { generateSigningKey, newId, onlyKey, verifyJws } from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { runInstrumentInstall } from "../../src/server/cli/instrument-install.ts";
import { runInstrumentSign } from "../../src/server/cli/instrument-sign.ts";
import { readSettings } from "../../src/server/settings.ts";
import { random } from "../../src/server/workplace.ts";
import { writeLaterForms } from "../support/server/later-forms.ts";
import { createExchange } from "../support/server/exchange.ts";
import { listOf } from "../support/server/server-tablet.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";
import { shortAnswers, withoutIin } from "../support/tablet/short-interview.ts";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post, receiptOf, storedOf, countOf } = createExchange(() => server);

describe("opening", () => {
  it("accepts a list and writes its head and lines once", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, listOf(random, 3, server.clock.nowMs()));
    await post(batch.bytes);
    expect(await openWaiting(server.opener)).toBeGreaterThan(0);
    const [stored] = await storedOf(tablet);
    expect(stored?.state).toBe("accepted");
    expect(await receiptOf(stored?.decidedReceipt, batch)).toMatchObject({ st: "accepted", n: { ok: 4, bad: 0 } });
    expect(await countOf("respondent_list", tablet.enrolled.dev)).toBe(1);
    expect(await countOf("list_line", tablet.enrolled.dev)).toBe(3);
    await server.database.run("UPDATE batch SET state = 'stored' WHERE source_id = $1", [tablet.enrolled.dev]);
    await openWaiting(server.opener);
    expect(await countOf("list_line", tablet.enrolled.dev)).toBe(3);
  });

  it("accepts a test batch, which holds no line, and signs with the opener's own key", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    await post(batch.bytes);
    await openWaiting(server.opener);
    const [stored] = await storedOf(tablet);
    expect(await receiptOf(stored?.decidedReceipt, batch)).toMatchObject({ st: "accepted", n: { ok: 0, bad: 0 } });
    const opener = onlyKey(await server.signerOf("open"));
    expect((await verifyJws(stored?.decidedReceipt ?? "", "census-receipt+jws", opener)).ok).toBe(true);
  });

  it("[SY26] refuses what another officer's key signed, and writes nothing of it", async () => {
    const tablet = await server.tablet();
    const stranger = await generateSigningKey("off", { extractable: true });
    const batch = await tablet.seal(1, null, listOf(random, 2, server.clock.nowMs()), { officer: stranger });
    expect((await post(batch.bytes)).status).toBe(201);
    await openWaiting(server.opener);
    const [stored] = await storedOf(tablet);
    expect(stored?.state).toBe("refused");
    const receipt = await receiptOf(stored?.decidedReceipt, batch);
    expect(receipt.st).toBe("refused");
    expect(receipt.why).toMatch(/^[a-z-]+$/);
    expect(await countOf("list_line", tablet.enrolled.dev)).toBe(0);
  });

  it("opens nothing that lies in quarantine", async () => {
    const tablet = await server.tablet();
    await post((await tablet.seal(1, null, [])).bytes);
    await post((await tablet.seal(1, null, listOf(random, 2, server.clock.nowMs()))).bytes);
    await openWaiting(server.opener);
    expect((await storedOf(tablet)).map(({ state }) => state).toSorted()).toEqual(["accepted", "quarantined"]);
    expect(await countOf("list_line", tablet.enrolled.dev)).toBe(0);
  });

  it("writes nothing of a batch to a seal key it does not hold, keeps its bytes, and goes on with the others", async () => {
    const [one, two] = [await server.tablet(), await server.tablet()];
    const foreign = await one.seal(1, null, listOf(random, 2, server.clock.nowMs()), { sealId: "seal-9" });
    await post(foreign.bytes);
    await post((await two.seal(1, null, [])).bytes);
    await openWaiting(server.opener);
    const [stored] = await storedOf(one);
    expect(stored?.state).not.toBe("accepted");
    expect(Buffer.from(await server.desk.spool.read(stored?.file ?? "")).equals(foreign.bytes)).toBe(true);
    expect(await countOf("list_line", one.enrolled.dev)).toBe(0);
    expect((await storedOf(two)).map(({ state }) => state)).toEqual(["accepted"]);
  });

  it("takes a complete form, and the same revision with other content is an error a person sees", async () => {
    const tablet = await server.tablet();
    const form = completeForm();
    const one = await tablet.seal(1, null, [form]);
    const two = await tablet.seal(2, one, [form]);
    const three = await tablet.seal(3, two, [{ ...form, language: "ru" }]);
    for (const { bytes } of [one, two, three]) await post(bytes);
    await openWaiting(server.opener);
    const decided = (await storedOf(tablet)).map(({ decidedReceipt }) => decidedReceipt);
    expect(await receiptOf(decided[0], one, two, three)).toMatchObject({ st: "accepted", n: { ok: 1, bad: 0 } });
    expect(await receiptOf(decided[1], one, two, three)).toMatchObject({ st: "accepted", n: { ok: 1, bad: 0 } });
    expect(await receiptOf(decided[2], one, two, three)).toMatchObject({
      st: "refused",
      n: { ok: 0, bad: 1 },
      errs: [{ id: form.id, rev: 1, code: "rev-conflict" }],
    });
    expect(await countOf("form", tablet.enrolled.dev)).toBe(1);
  });

  it("takes the good form of a batch and names the one that is not complete", async () => {
    const tablet = await server.tablet();
    const good = completeForm();
    const { P04: _sex, ...answers } = good.answers;
    const bad = { ...good, id: newId(random), answers };
    const batch = await tablet.seal(1, null, [bad, good]);
    await post(batch.bytes);
    await openWaiting(server.opener);
    const [stored] = await storedOf(tablet);
    expect(await receiptOf(stored?.decidedReceipt, batch)).toMatchObject({
      st: "accepted",
      n: { ok: 1, bad: 1 },
      errs: [{ id: bad.id, rev: 1, code: "unanswered-P04" }],
    });
    expect(await countOf("form", tablet.enrolled.dev)).toBe(1);
  });

  it("[SY84] keeps a form of a version that is not there, and checks it with that version once it is installed", async () => {
    const tablet = await server.tablet();
    const form = completeForm();
    const [listPart, personForm] = form.questionnaire;
    if (listPart === undefined || personForm === undefined) throw new Error("two files");
    const later: FormLine = { ...form, questionnaire: [listPart, { ...personForm, version: 2 }] };
    const answered: FormLine = {
      ...later,
      id: newId(random),
      answers: { ...form.answers, P99: { state: "answered", value: { kind: "code", code: "1" } } },
    };
    const one = await tablet.seal(1, null, [later, answered]);
    const two = await tablet.seal(2, one, [{ ...form, id: newId(random) }]);
    for (const { bytes } of [one, two]) await post(bytes);
    const said: string[] = [];
    const opener = {
      ...server.opener,
      onFailure: (why: unknown) => void said.push(why instanceof Error ? why.name : ""),
    };
    await openWaiting(opener);
    await openWaiting(opener);
    expect(said).toEqual(["InstrumentMissing"]);
    const waiting = await storedOf(tablet);
    expect(waiting.map(({ state }) => state)).toEqual(["stored", "accepted"]);
    expect(Buffer.from(await server.desk.spool.read(waiting[0]?.file ?? "")).equals(one.bytes)).toBe(true);

    const settings = readSettings({ SANAQ_DATA_DIR: server.dataDir });
    const { files, out } = writeLaterForms(server.dataDir);
    expect(await runInstrumentSign(settings, { words: files, out })).toBe(0);
    expect(await runInstrumentInstall(settings, { words: [out] })).toBe(0);
    await openWaiting(server.opener);
    const [opened] = await storedOf(tablet);
    expect(await receiptOf(opened?.decidedReceipt, one, two)).toMatchObject({
      st: "accepted",
      n: { ok: 1, bad: 1 },
      errs: [{ id: later.id, code: "unanswered-P99" }],
    });
  });
});

/** Somebody who stays for a while: the shortest form that is complete. */
function completeForm(): FormLine {
  return FormLine.parse({
    typ: "form",
    v: 1,
    id: newId(random),
    rev: 1,
    list: newId(random),
    line: 1,
    lineId: newId(random),
    unit: "person",
    questionnaire: [
      { id: "kz2021-f1", version: 1 },
      { id: "kz2021-f3", version: 1 },
    ],
    source: { kind: "respondent" },
    otherSources: {},
    language: "kk",
    startedAtMs: server.clock.nowMs() - 600_000,
    finishedAtMs: server.clock.nowMs(),
    answers: { ...shortAnswers, ...withoutIin },
    confirmations: [],
    notes: [],
    flags: [],
    context: { proxy: false },
  });
}
