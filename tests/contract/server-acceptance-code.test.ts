// Acceptance codes over a real PostgreSQL and the real opening process: the tablet and the Department come to the same
// eight digits, and only where everything is accepted.
import { newId, acceptanceCode, type SealedBatch } from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeBatch } from "../../src/server/collector/take-batch.ts";
import { addConsoleRoutes } from "../../src/server/console/console-routes.ts";
import { judgeAcceptance } from "../../src/server/opener/judge-acceptance.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { readBatchesOf, readBatchesOfUsbTablets } from "../../src/server/store/acceptance-store.ts";
import { random } from "../../src/server/workplace.ts";
import { createExchange } from "../support/server/exchange.ts";
import { formOfAResident } from "../support/server/resident-form.ts";
import { listOf, type ServerTablet } from "../support/server/server-tablet.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";
import Fastify from "fastify";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post } = createExchange(() => server);

const bring = async (batch: SealedBatch) => takeBatch(server.desk, batch.bytes, "usb");
const acceptanceOf = async ({ enrolled }: ServerTablet) =>
  judgeAcceptance((await readBatchesOf(server.database, [enrolled.dev])).get(enrolled.dev) ?? []);
/** As the tablet works it out, from what it kept at sealing. */
const codeOf = async ({ secret, manifest, link }: SealedBatch): Promise<string> =>
  acceptanceCode(secret, { ...manifest, link });

/** The Department's page in Russian, before and after a sign-in. */
async function consolePage(hasOpener: boolean): Promise<{ readonly stranger: string; readonly employee: string }> {
  const console = Fastify();
  addConsoleRoutes(console, {
    database: server.database,
    hasOpener,
    isLogin: async () => true,
    isSecure: false,
    nowMs: server.clock.nowMs,
    random,
  });
  const stranger = await console.inject({ method: "GET", url: "/console" });
  const login = await console.inject({
    method: "POST",
    url: "/console/login",
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    payload: "user=a&password=b",
  });
  const cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
  const employee = await console.inject({ method: "GET", url: "/console?lang=ru", headers: { cookie } });
  await console.close();
  return { stranger: stranger.body, employee: employee.body };
}

it("[SY87] the Department's page says nothing of codes before anything came on a medium", async () => {
  for (const hasOpener of [true, false]) {
    const { employee } = await consolePage(hasOpener);
    expect(employee).toContain("Что поступило");
    expect(employee).not.toContain("Код приёма");
  }
});

describe("the opener", () => {
  it("[SY85] [SY86] comes to the code that the tablet knows, for every batch, an empty one too", async () => {
    const tablet = await server.tablet();
    const one = await tablet.seal(1, null, []);
    const two = await tablet.seal(2, one, listOf(random, 2, server.clock.nowMs()));
    const three = await tablet.seal(3, two, [formOfAResident({ list: newId(random) })]);
    for (const [index, batch] of [one, two, three].entries()) {
      await bring(batch);
      await openWaiting(server.opener);
      expect(await acceptanceOf(tablet)).toEqual({ upTo: index + 1, code: await codeOf(batch), stop: null });
    }
    // Brought again, also by the other way, it is the same code.
    await bring(three);
    await post(two.bytes);
    await openWaiting(server.opener);
    expect((await acceptanceOf(tablet)).code).toBe(await codeOf(three));
  });

  it("[SY87] gives none behind a form that was refused, behind a gap and before it has opened", async () => {
    const tablet = await server.tablet();
    const good = formOfAResident({ list: newId(random) });
    const bad = { ...formOfAResident({ list: newId(random) }), answers: {} };
    const one = await tablet.seal(1, null, []);
    const two = await tablet.seal(2, one, [good, bad]);
    const three = await tablet.seal(3, two, []);
    await bring(one);
    expect(await acceptanceOf(tablet)).toEqual({ upTo: 0, code: null, stop: { seq: 1, why: "not-opened" } });
    await bring(three);
    await openWaiting(server.opener);
    expect(await acceptanceOf(tablet)).toMatchObject({ upTo: 1, stop: { seq: 2, why: "missing" } });
    await bring(two);
    await openWaiting(server.opener);
    expect(await acceptanceOf(tablet)).toEqual({
      upTo: 1,
      code: await codeOf(one),
      stop: { seq: 2, why: "refused-in-part" },
    });
  });

  it("[SY87] has none to give for what was opened before there were codes", async () => {
    const tablet = await server.tablet();
    await bring(await tablet.seal(1, null, []));
    await openWaiting(server.opener);
    await server.database.run("UPDATE batch SET acceptance_code = NULL WHERE source_id = $1", [tablet.enrolled.dev]);
    expect(await acceptanceOf(tablet)).toEqual({ upTo: 1, code: null, stop: null });
  });

  it("lists the tablets of which anything came on a medium, and no other", async () => {
    const [byUsb, byVpn, byBoth] = [await server.tablet(), await server.tablet(), await server.tablet()];
    await bring(await byUsb.seal(1, null, []));
    await post((await byVpn.seal(1, null, [])).bytes);
    const both = await byBoth.seal(1, null, []);
    await post(both.bytes);
    await bring(both);
    const listed = await readBatchesOfUsbTablets(server.database);
    expect([byUsb, byVpn, byBoth].map(({ enrolled }) => listed.has(enrolled.dev))).toEqual([true, false, true]);
  });
});

describe("the Department's page", () => {
  it("shows the digits large, with whose they are, after a sign-in only", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    await bring(batch);
    await openWaiting(server.opener);
    const digits = (await codeOf(batch)).replace(/(\d{4})(\d{4})/, "$1 $2");
    const { stranger, employee } = await consolePage(true);
    expect(stranger).not.toContain(digits);
    expect(employee).toContain(`<p class="code">${digits}</p>`);
    expect(employee).toContain("Код приёма");
    expect(employee).toContain(tablet.enrolled.dev.slice(0, 8));
  });

  it("[SY87] gives no digits where the server opens no batches, and says so", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    await bring(batch);
    await openWaiting(server.opener);
    const { employee } = await consolePage(false);
    expect(employee).not.toContain('class="code"');
    expect(employee).toContain("в SANAQ_ROLES нет opener");
  });
});
