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

it("names both groups of the postponement, and keeps the reason that was chosen before the time", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  const { history } = showScreen(tablet, `/interview/${lineId}`);
  await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
  await expect.element(page.getByText("Себебі (міндетті емес)", { exact: true })).toBeVisible();
  await expect.element(page.getByText("Қашан оралу керек", { exact: true })).toBeVisible();
  const reasons = page.getByRole("group", { name: "Себебі (міндетті емес)" });
  await reasons.getByRole("button", { name: "Өзін нашар сезінеді" }).click();
  // The preset is the last tap, in sight without scrolling.
  const presets = page.getByRole("group", { name: "Қашан оралу керек" });
  await expect.element(presets.getByRole("button", { name: "Ертең 10:00" })).toBeInViewport({ ratio: 1 });
  await presets.getByRole("button", { name: "Ертең 10:00" }).click();
  await expect.poll(() => history().at(-1)).toBe("/");
  expect(tablet.people()[0]?.postponed).toMatchObject({ reason: "unwell" });
});

it("asks nobody to confirm who is absent, and says under each reason where it leads", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/start/${lineIdOf(tablet, 1)}/outcome`);
  await expect.element(page.getByRole("region", { name: "Кім туралы" })).toBeVisible();
  await expect.element(page.getByText("Алдыңыздағы адам осы ма?")).not.toBeInTheDocument();
  for (const [reason, leads] of [
    ["Денсаулығына байланысты", "Мәліметті мекеме әкімшілігі береді."],
    ["Сөйлесе алмайды", "Мәліметті мекеме әкімшілігі береді."],
    ["Кішкентай бала", "Мәліметті мекеме әкімшілігі береді."],
    ["Орнында жоқ", "Кейінге қалдырылады, әкімшіліктен сұралады немесе нәтиже жазылады."],
    ["Мекемеден кеткен", "Тізімнен шығарылады немесе мәліметті әкімшілік береді."],
    ["Қайтыс болған", "Тізімнен шығарылады немесе мәліметті әкімшілік береді."],
    ["Жауап беруден бас тартты", "Нәтиже жазылып, Департаментке жөнелтіледі."],
    ["Ешкім мәлімет бере алмайды", "Нәтиже жазылып, Департаментке жөнелтіледі."],
  ] as const) {
    await expect.element(page.getByRole("button", { name: reason, exact: true })).toHaveAccessibleDescription(leads);
  }
});

it("takes the certificate's mark back before an outcome says that there is no form (E123)", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  await tablet.api.giveCertificate(lineId, "000417");
  const { history } = showScreen(tablet, `/start/${lineId}/outcome`);
  await page.getByRole("button", { name: "Жауап беруден бас тартты", exact: true }).click();
  const record = page.getByRole("button", { name: "Нәтижені жазу: Жауап беруден бас тартты" });
  await expect.element(record).toBeDisabled();
  await expect.element(page.getByText("№ 1 бойынша анықтама берілген. Алдымен осы белгіні қайтарыңыз.")).toBeVisible();
  await page.getByRole("button", { name: "Белгіні қайтару" }).click();
  await record.click();
  await expect.poll(() => history().at(-1)).toBe("/");
  expect(tablet.people()[0]).toMatchObject({ certificate: null, outcome: { outcome: "refused" } });
});
