// The ways out of an interview that does not come to its end: put off, or closed by an outcome, wherever the officer stands.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

async function begun(tablet: FakeTablet): Promise<string> {
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  return lineId;
}

for (const [where, address] of [
  ["a question", ""],
  ["the check", "/check"],
] as const) {
  it(`puts an interview off in two taps from ${where}`, async () => {
    const tablet = childrensHome();
    const lineId = await begun(tablet);
    const { history } = showScreen(tablet, `/interview/${lineId}${address}`);
    await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
    await page.getByRole("button", { name: "Ертең 10:00" }).click();
    await expect.poll(() => history().at(-1)).toBe("/");
    expect(tablet.people()[0]?.postponed).not.toBeNull();
  });

  it(`closes a begun interview by an outcome from ${where}`, async () => {
    const tablet = childrensHome();
    const lineId = await begun(tablet);
    const { history } = showScreen(tablet, `/interview/${lineId}${address}`);
    await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
    await page.getByRole("button", { name: "Сауал салу мүмкін болмады…" }).click();
    await page.getByRole("button", { name: "Жауап беруден бас тартты", exact: true }).click();
    await page.getByRole("button", { name: "Нәтижені жазу: Жауап беруден бас тартты" }).click();
    await expect.poll(() => history().at(-1)).toBe("/");
    expect(tablet.people()[0]?.outcome).toMatchObject({ outcome: "refused" });
  });
}

it("says that nothing was recorded where the tablet's inside does not answer, and stays", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  const broken = { ...tablet, api: { ...tablet.api, postpone: async () => Promise.reject(new Error("gone")) } };
  const { history } = showScreen(broken, `/interview/${lineId}`);
  await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
  await page.getByRole("button", { name: "Ертең 10:00" }).click();
  await expect.element(page.getByText("Жазылмады. Енгізілген дерек сақтаулы. Қайталап көріңіз.")).toBeVisible();
  expect(history().at(-1)).toBe(`/interview/${lineId}`);
});
