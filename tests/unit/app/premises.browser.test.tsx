// The form of the premises: offered on Home, begun in one tap, with the administration as its source.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { err } from "#questionnaire";
import { createFakeTablet, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const residents = rows({ accepted: 1, "not-started": 2 });

it("stands on Home once the list is signed, with its place in words", async () => {
  showApp(createFakeTablet({ rows: residents, premises: "ready" }).api);
  await expect
    .element(page.getByRole("link", { name: "Тұрғын үй жағдайы Дайын, тек осы планшетте" }))
    .toHaveAttribute("href", "/premises");
});

it("is not offered while the list is being compiled", async () => {
  showApp(createFakeTablet({ rows: residents, premises: "not-started", isSigned: false }).api);
  await expect.element(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
  expect(page.getByRole("link", { name: /Тұрғын үй/u }).elements()).toEqual([]);
});

it("says what it is and begins with the administration, in the language chosen", async () => {
  const begun: unknown[] = [];
  const { api } = createFakeTablet({ rows: residents, premises: "not-started" });
  showApp(
    {
      ...api,
      openInterview: async (lineId, start) => {
        begun.push(lineId, start);
        return err({ type: "storage-aborted" });
      },
    },
    { at: "/premises" },
  );
  await expect.element(page.getByText("Мұнда адамдар туралы сұрақ жоқ", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Русский" }).click();
  await page.getByRole("button", { name: "Сауалды бастау" }).click();
  await expect.element(page.getByRole("alert")).toBeVisible();
  expect(begun).toEqual([
    "list".padEnd(22, "0"),
    { source: { kind: "administration", basis: "document", reason: "other" }, language: "ru" },
  ]);
});

it("leads to the form that was begun, and home where there is no list", async () => {
  const begun = showApp(createFakeTablet({ rows: residents, premises: "being-filled" }).api, { at: "/premises" });
  await expect.poll(() => begun.history().at(-1)).toBe(`/interview/${"list".padEnd(22, "0")}`);
  const none = showApp(createFakeTablet({ rows: residents }).api, { at: "/premises" });
  await expect.poll(() => none.history().at(-1)).toBe("/");
});
