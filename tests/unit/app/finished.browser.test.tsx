import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { TabletApi } from "#worker";
import { createFakeTablet, row, rows, type FakeTablet } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const address = (number: number): string => `/interview/line-${String(number).padStart(17, "0")}/finished`;

it("shows where the form is, the certificate's number and the next person", async () => {
  const { api } = createFakeTablet({ rows: rows({ ready: 1, "not-started": 2 }) });
  const { history } = showApp(api, { at: address(1) });
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Парақ аяқталды: № 1");
  await expect.element(page.getByText("Дайын, тек осы планшетте")).toBeVisible();
  await expect.element(page.getByText("43-00118-000053-4")).toBeVisible();
  await page.getByRole("button", { name: "Келесі респондент" }).click();
  expect(history().at(-1)).toBe("/start/line-00000000000000002");
});

it("offers sending instead of the next person when everybody was asked", async () => {
  showApp(createFakeTablet({ rows: rows({ ready: 2 }) }).api, { at: address(1) });
  await expect.element(page.getByRole("button", { name: "Деректерді жөнелту" })).toHaveFocus();
});

/** As a tablet that was given no series of numbers. */
function withoutSeries(fake: FakeTablet): TabletApi {
  return {
    ...fake.api,
    openInterview: async (lineId) => {
      const opened = await fake.api.openInterview(lineId);
      return opened.ok ? { ok: true, value: { ...opened.value, certificateNumber: null } } : opened;
    },
  };
}

const given = () => page.getByRole("button", { name: "Анықтама берілді", exact: true });
const givenAt = () => page.getByText(/^Анықтама берілді · \d\d:\d\d$/u);
const takeBack = () => page.getByRole("button", { name: "Белгіні қайтару" });
const next = () => page.getByRole("button", { name: "Келесі респондент" });
const dialog = () => page.getByRole("dialog");

async function tapDigits(digits: string): Promise<void> {
  for (const digit of digits) await dialog().getByRole("button", { name: digit, exact: true }).click();
}

it("records the certificate in one tap, then leads on, and takes it back in one tap", async () => {
  const fake = createFakeTablet({ rows: rows({ ready: 1, "not-started": 1 }) });
  showApp(fake.api, { at: address(1) });
  await expect.element(next()).toHaveFocus();
  await given().click();
  await expect.element(givenAt()).toBeVisible();
  await expect.element(page.getByText("43-00118-000053-4")).toBeVisible();
  await expect.element(next()).toHaveFocus();
  await takeBack().click();
  await expect.element(given()).toHaveFocus();
  await expect.element(givenAt()).not.toBeInTheDocument();
  expect(fake.calls).toEqual(["giveCertificate", "takeBackCertificate"]);
});

it("takes back nothing where a second tap comes on the place of the first", async () => {
  showApp(createFakeTablet({ rows: rows({ ready: 1 }) }).api, { at: address(1) });
  await expect.element(given()).toBeVisible();
  const before = given().element().getBoundingClientRect();
  await given().click();
  await expect.element(takeBack()).toBeVisible();
  expect(takeBack().element().getBoundingClientRect().left).toBeGreaterThan(before.right);
  const [x, y] = [before.left + before.width / 2, before.top + before.height / 2];
  expect(takeBack().element().contains(document.elementFromPoint(x, y))).toBe(false);
});

it("takes another number from the pad or the digit keys, and says what is wrong with it", async () => {
  const fake = createFakeTablet({ rows: rows({ ready: 2 }) });
  await fake.api.giveCertificate("line-00000000000000002", "43-00118-000041-1");
  showApp(fake.api, { at: address(1) });
  await page.getByRole("button", { name: "Басқа нөмір" }).click();
  const field = dialog().getByRole("textbox", { name: "Қағаз анықтамадағы нөмір" });
  await expect.element(field).toHaveFocus();
  await tapDigits("430011800004");
  await expect.element(field).toHaveValue("43-00118-00004");
  await dialog().getByRole("button", { name: "Анықтама берілді" }).click();
  await expect
    .element(dialog().getByRole("alert"))
    .toHaveTextContent("Нөмірде цифр жетпейді немесе артық. Қағаздағы нөмірді қайта қараңыз.");
  await userEvent.click(field);
  await userEvent.keyboard("12{Enter}");
  await expect.element(dialog().getByRole("alert")).toHaveTextContent("Нөмірдің бақылау цифры сәйкес емес.");
  await dialog().getByRole("button", { name: "Соңғы цифрды өшіру" }).click();
  await tapDigits("1");
  await dialog().getByRole("button", { name: "Анықтама берілді" }).click();
  await expect
    .element(dialog().getByRole("alert"))
    .toHaveTextContent("Бұл нөмірлі анықтама басқа респондентке берілген: № 2.");
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(page.getByText("43-00118-000053-4")).toBeVisible();
  await expect.element(given()).toBeVisible();
});

it("asks for the number of the sheet where the tablet has no numbers of its own", async () => {
  showApp(withoutSeries(createFakeTablet({ rows: rows({ ready: 1, "not-started": 1 }) })), { at: address(1) });
  await expect.element(page.getByText("Қағаз анықтаманың өз нөмірін пайдаланыңыз.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Анықтаманың нөмірін жазу" }).click();
  await tapDigits("0417");
  await dialog().getByRole("button", { name: "Анықтама берілді" }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(page.getByText("0417", { exact: true })).toBeVisible();
  await expect.element(givenAt()).toBeVisible();
  await expect.element(next()).toHaveFocus();
});

it("says that the word was not kept where it could not be written, and keeps the way on", async () => {
  const fake = createFakeTablet(
    { rows: rows({ ready: 1 }) },
    { giveCertificate: async () => ({ ok: false, error: { type: "storage-full" } }) },
  );
  showApp(fake.api, { at: address(1) });
  await given().click();
  await expect.element(page.getByRole("alert")).toBeVisible();
  await expect.element(given()).toBeVisible();
});

it("is reached again from the respondents, and leads back to them", async () => {
  const { history } = showApp(createFakeTablet({ rows: rows({ ready: 1 }) }).api, {
    at: `${address(1)}?respondents`,
  });
  await given().click();
  await page.getByRole("link", { name: "Респонденттерге" }).click();
  expect(history().at(-1)).toBe("/respondents");
  await expect.element(page.getByRole("link", { name: /№ 1 .*Анықтама берілді/u })).toBeVisible();
});

it("has no certificate for the premises", async () => {
  const list = [{ ...row(1, "ready") }];
  const fake = createFakeTablet({ rows: list });
  const premises: TabletApi = {
    ...fake.api,
    openInterview: async (lineId) => {
      const opened = await fake.api.openInterview(lineId);
      return opened.ok ? { ok: true, value: { ...opened.value, person: null, number: null } } : opened;
    },
  };
  showApp(premises, { at: address(1) });
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Тұрғын үй жағдайы");
  await expect.element(given()).not.toBeInTheDocument();
});
