import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const address = (number: number): string => `/interview/line-${String(number).padStart(17, "0")}/finished`;

it("shows where the form is, the certificate's number and the next person", async () => {
  const { api } = createFakeTablet({ rows: rows({ ready: 1, "not-started": 2 }) });
  const { history } = showApp(api, { at: address(1) });
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Парақ аяқталды: № 1");
  await expect.element(page.getByText("Дайын, тек осы планшетте")).toBeVisible();
  await expect.element(page.getByText("43-00118-000053-7")).toBeVisible();
  await page.getByRole("button", { name: "Келесі респондент" }).click();
  expect(history().at(-1)).toBe("/start/line-00000000000000002");
});

it("offers sending instead of the next person when everybody was asked", async () => {
  showApp(createFakeTablet({ rows: rows({ ready: 2 }) }).api, { at: address(1) });
  await expect.element(page.getByRole("button", { name: "Деректерді жөнелту" })).toHaveFocus();
});

it("says what to do where the tablet has no numbers of its own", async () => {
  const fake = createFakeTablet({ rows: rows({ ready: 1 }) });
  showApp(
    {
      ...fake.api,
      openInterview: async (lineId) => {
        const opened = await fake.api.openInterview(lineId);
        return opened.ok ? { ok: true, value: { ...opened.value, certificateNumber: null } } : opened;
      },
    },
    { at: address(1) },
  );
  await expect.element(page.getByText("Қағаз анықтаманың өз нөмірін пайдаланыңыз.", { exact: false })).toBeVisible();
});
