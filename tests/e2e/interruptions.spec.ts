// What happens to tablets and servers in the field: browsers are killed, servers die, portals answer, codes are mistyped.
// Nothing entered is lost, nothing is sent twice.
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { countsOf } from "./support/department.ts";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

test.describe.configure({ mode: "serial" });

let server: RunningServer;
let tablet: TabletBrowser;
let code: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await createRunningServer();
  tablet = await openTabletBrowser();
  const officer = createOfficer(tablet.page());
  code = await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await officer.sendList("40");
  await expect.poll(async () => (await countsOf(server, "inst-0431")).lines, { timeout: 30_000 }).toBe(40);
});

test.afterAll(async () => {
  await tablet.remove();
  await server.remove();
});

test("a browser killed in mid-interview comes back to the same answers", async () => {
  const officer = createOfficer(tablet.page());
  await officer.startNext();
  const asked = "Сіз бұрын санақтан өттіңіз бе (онлайн немесе басқа жерде)?";
  await officer.question(asked).getByText("Жоқ", { exact: true }).click();
  await expect(officer.question(asked).getByRole("button", { name: "Өзгерту" })).toBeVisible();
  await tablet.kill();

  const reopened = createOfficer(await tablet.open());
  await reopened.page.goto(server.origin);
  await reopened.unlock(code);
  await reopened.page.getByText("Сауалды жалғастыру").first().click();
  await reopened.page.getByRole("button", { name: /Санаты мен болған жері/ }).click();
  await expect(reopened.question(asked).getByText("Жоқ", { exact: true })).toBeVisible();
});

test("a browser killed in the middle of a person's name comes back to the name", async () => {
  const { page } = createOfficer(tablet.page());
  await page.goto(`${server.origin}/list`);
  await createOfficer(page).unlock(code);
  await page.getByRole("button", { name: "Тізімге өзгеріс енгізу" }).click();
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  const before = await countRecords(page);
  await page.getByRole("textbox", { name: "Тегі" }).fill("Сейтов");
  await page.getByRole("textbox", { name: "Аты *" }).focus();
  await expect.poll(async () => countRecords(page)).toBe(before + 1);
  await tablet.kill();

  const reopened = createOfficer(await tablet.open());
  await reopened.page.goto(`${server.origin}/list`);
  await reopened.unlock(code);
  await expect(reopened.page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Сейтов");
});

test("a browser killed between sealing and sending sends afterwards, while locked, once", async () => {
  test.setTimeout(180_000);
  await server.kill();
  const officer = createOfficer(tablet.page());
  await officer.page.goto(server.origin);
  await officer.unlock(code);
  await officer.page.getByText("Сауалды жалғастыру").first().click();
  await officer.page.getByRole("button", { name: /Санаты мен болған жері/ }).click();
  await officer.answerTheRest();
  await officer.finish();
  await officer.goHome();
  await expect(officer.page.getByText("Тек осы планшетте: 1")).toBeVisible();
  await tablet.kill();

  await server.start();
  const page = await tablet.open();
  await page.goto(server.origin);
  await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
  await expect.poll(async () => (await countsOf(server, "inst-0431")).forms, { timeout: 60_000 }).toBe(1);
  const reopened = createOfficer(page);
  await reopened.unlock(code);
  await expect(page.getByText("Қабылданды: 1")).toBeVisible({ timeout: 30_000 });
  expect(await countsOf(server, "inst-0431")).toMatchObject({ batches: 3, accepted: 3, refused: 0 });
});

test("with every tab of the app closed the service worker sends by itself", async () => {
  test.setTimeout(180_000);
  await server.stop();
  const officer = createOfficer(tablet.page());
  await officer.startNext();
  await officer.answerTheRest();
  await officer.finish();
  await officer.goHome();
  await expect(officer.page.getByText("Тек осы планшетте: 1")).toBeVisible();
  const page = officer.page;
  await page.goto("about:blank");
  await server.start();

  // What the browser does by itself when the network comes back.
  const devtools = await tablet.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.origin));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.dispatchSyncEvent", {
    origin: server.origin,
    registrationId: await registered,
    tag: "batch-4",
    lastChance: false,
  });
  await devtools.detach();
  await expect.poll(async () => (await countsOf(server, "inst-0431")).forms, { timeout: 60_000 }).toBe(2);
});

test("a wrong unlock code gets one clear sentence and opens nothing", async () => {
  const page = tablet.page();
  await page.goto(server.origin);
  await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
  for (const digit of "000001111122222") await page.getByRole("button", { name: digit, exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("дұрыс емес", { timeout: 20_000 });
  await page.goto(`${server.origin}/?lang=ru`);
  await expect(page.getByText("Планшет заблокирован")).toBeVisible();
  await page.goto(`${server.origin}/?lang=kk`);
  await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
});

test("a used enrolment link is refused with a sentence", async () => {
  const other = await openTabletBrowser();
  const link = enrolmentLink((await server.sanaq("enrol-code", "inst-0431")).stdout.replace(/^/, "enrolment link "), 0);
  const first = createOfficer(other.page());
  await first.enrol(link);
  await other.remove();

  const second = await openTabletBrowser();
  const page = second.page();
  await page.goto(link);
  await page.getByRole("button", { name: "Жалғастыру", exact: true }).click();
  await expect(page.getByText("Планшеттің кодын жазып алыңыз")).toBeVisible();
  const digits = (await page.getByText(/^\d{5}$/).allInnerTexts()).join("");
  await page.getByRole("button", { name: "Жазып алдым" }).click();
  for (const digit of digits) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Іске қосу", exact: true }).click();
  await expect(page.getByText(/бұрын пайдаланылған|пайдаланылып қойған|қолданылған/)).toBeVisible();
  await second.remove();
});

test("a portal that answers HTML is told nothing, and nothing is marked as sent", async () => {
  test.setTimeout(180_000);
  await server.stop();
  const { heard, close } = await openPortal();
  const officer = createOfficer(tablet.page());
  await officer.page.goto(server.origin);
  await officer.unlock(code);
  await officer.startNext();
  await officer.answerTheRest();
  await officer.finish();
  await officer.goHome();
  await officer.page.getByRole("link", { name: "Деректер және жөнелту" }).first().click();
  await officer.page.getByRole("button", { name: "Қазір жөнелту" }).click();
  await expect.poll(() => heard.some((line) => line === "POST /v1/hello")).toBe(true);
  await officer.goHome();
  await expect(officer.page.getByText("Тек осы планшетте: 1")).toBeVisible();
  expect(heard.filter((line) => line.includes("/v1/batches"))).toEqual([]);
  await close();
});

test("sending that the officer put off stays so over a reload, and goes on when told", async () => {
  test.setTimeout(180_000);
  const { heard, hold, close } = await openPortal();
  const officer = createOfficer(tablet.page());
  const { page } = officer;
  const toData = async (): Promise<void> => page.getByRole("link", { name: "Деректер және жөнелту" }).first().click();
  const paused = page.getByRole("region", { name: "Байланыс" }).getByText("Жөнелту тоқтатылып тұр.");

  const release = hold();
  await toData();
  await page.getByRole("button", { name: "Қазір жөнелту" }).click();
  await expect(page.getByText("Жөнелтіліп жатыр: 0 / 1")).toBeVisible();
  await page.getByRole("button", { name: "Тоқтата тұру" }).click();
  await expect(paused).toBeVisible();
  release();
  await expect(page.getByText("Парақтар осы планшетте сақтаулы.")).toBeVisible();

  const heardBefore = heard.length;
  await page.reload();
  await officer.unlock(code);
  await officer.goHome();
  await expect(page.getByText("Жөнелту тоқтатылып тұр.")).toBeVisible();
  await expect(page.getByText(/^Өзі жалғасатын уақыты: \d\d:\d\d$/)).toBeVisible();
  await toData();
  await expect(paused).toBeVisible();
  expect(heard.slice(heardBefore).filter((line) => line.includes("/v1/"))).toEqual([]);

  await page.getByRole("button", { name: "Жалғастыру", exact: true }).click();
  await expect.poll(() => heard.slice(heardBefore).some((line) => line === "POST /v1/hello")).toBe(true);
  await expect(paused).toBeHidden();
  await close();
});

interface Portal {
  /** What was asked of it, in order. */
  readonly heard: readonly string[];
  /** Leaves everything unanswered until the returned function is called. */
  readonly hold: () => () => void;
  readonly close: () => Promise<unknown>;
}

/** Stands at the server's address and answers everything with its own page. */
async function openPortal(): Promise<Portal> {
  const heard: string[] = [];
  let held: Promise<void> = Promise.resolve();
  const portal: Server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    void held.then(() =>
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Wi-Fi</body></html>"),
    );
  });
  const { port } = new URL(server.origin);
  await new Promise<void>((resolve) => portal.listen(Number(port), "127.0.0.1", resolve));
  return {
    heard,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    close: async () => {
      portal.closeAllConnections();
      return new Promise((resolve) => portal.close(resolve));
    },
  };
}

/** How many encrypted records lie on the tablet's disk. */
async function countRecords(page: Page): Promise<number> {
  return page.evaluate(
    async () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("sanaq");
        opening.onerror = () => reject(opening.error ?? new Error("no database"));
        opening.onsuccess = () => {
          const counting = opening.result.transaction("records").objectStore("records").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
          counting.onerror = () => reject(counting.error ?? new Error("not counted"));
        };
      }),
  );
}
