// A begun form cancelled from its row and brought back, over the real rules with invented people.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createPracticeTablet, type TabletApi } from "#worker";
import { nowMs } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

async function begun(): Promise<{ readonly api: TabletApi; readonly lineId: string }> {
  const { api } = createPracticeTablet({ institutionKind: "I-05", nowMs: () => nowMs });
  const lineId = (await api.readList()).rows[0]?.lineId ?? "";
  const opened = await api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  expect(opened.ok).toBe(true);
  return { api, lineId };
}

const rowOf = async ({ api, lineId }: Awaited<ReturnType<typeof begun>>) =>
  (await api.readList()).rows.find((row) => row.lineId === lineId);
const theRow = () => page.getByRole("link", { name: /^№ 1\b/u });
const dialog = () => page.getByRole("dialog", { name: "Парақты болдырмау" });
const confirm = () => dialog().getByRole("button", { name: "Парақты болдырмау" });

it("is cancelled from its row with a reason, stays visible as cancelled, and is restored with one tap", async () => {
  const tablet = await begun();
  const { history } = showApp(tablet.api, { at: "/respondents" });
  await expect.element(theRow()).toHaveTextContent("Толтырылып жатыр");
  await page.getByRole("link", { name: "Әрекеттер: № 1" }).click();
  expect(history().at(-1)).toBe(`/start/${tablet.lineId}`);
  await page.getByRole("button", { name: "Парақты болдырмау" }).click();
  await expect.element(confirm()).toBeDisabled();
  await dialog().getByRole("button", { name: "Басқа адамға басталған" }).click();
  await confirm().click();
  await expect.element(page.getByText(/^Парақ болдырылмады: 06\.09\.2021/u)).toBeVisible();
  await expect.element(page.getByText("Басқа адамға басталған")).toBeVisible();
  // The line is open to be interviewed anew.
  await expect.element(page.getByRole("button", { name: "Респонденттің өзі" })).toBeEnabled();
  await page.getByRole("link", { name: "Респонденттерге" }).click();
  await expect.element(theRow()).toHaveTextContent("Болдырылмаған");
  await expect.element(page.getByRole("link", { name: "Әрекеттер: № 1" })).not.toBeInTheDocument();
  await theRow().click();
  await page.getByRole("button", { name: "Қалпына келтіру" }).click();
  await expect.element(page.getByRole("button", { name: "Сауалды жалғастыру" })).toBeVisible();
  expect(await rowOf(tablet)).toMatchObject({ form: { state: "being-filled" }, cancelled: [] });
});

it("wants another reason in words", async () => {
  const tablet = await begun();
  showApp(tablet.api, { at: `/start/${tablet.lineId}` });
  await page.getByRole("button", { name: "Парақты болдырмау" }).click();
  await dialog().getByRole("button", { name: "Басқа себеп" }).click();
  await expect.element(dialog().getByText("Басқа себеп болса, оны ескертпеге жазыңыз.")).toBeVisible();
  await expect.element(confirm()).toBeDisabled();
  await dialog().getByRole("textbox", { name: "Ескертпе" }).fill("Бөлмелерді шатастырдық");
  await confirm().click();
  await expect.element(page.getByText("Басқа себеп · Бөлмелерді шатастырдық")).toBeVisible();
});

it("waits behind the form that was begun anew, and says how it comes back", async () => {
  const tablet = await begun();
  const first = (await rowOf(tablet))?.interviewId ?? "";
  await tablet.api.cancelInterview(first, "begun-twice", null);
  const { go } = showApp(tablet.api, { at: `/start/${tablet.lineId}` });
  await page.getByRole("button", { name: "Респонденттің өзі" }).click();
  await expect.poll(async () => (await rowOf(tablet))?.form.state).toBe("being-filled");
  go("/respondents");
  await expect.element(theRow()).toHaveTextContent("Болдырылмаған парақ: 1");
  await page.getByRole("link", { name: "Әрекеттер: № 1" }).click();
  await expect.element(page.getByText(/алдымен кейін басталған парақты болдырмаңыз/u)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Қалпына келтіру" })).not.toBeInTheDocument();
  expect(await rowOf(tablet)).toMatchObject({ cancelled: [{ interviewId: first, reason: "begun-twice" }] });
});

it("says that nothing was recorded where the tablet's inside does not answer, and keeps what was chosen", async () => {
  const tablet = await begun();
  const broken: TabletApi = { ...tablet.api, cancelInterview: async () => Promise.reject(new Error("gone")) };
  showApp(broken, { at: `/start/${tablet.lineId}` });
  await page.getByRole("button", { name: "Парақты болдырмау" }).click();
  await dialog().getByRole("button", { name: "Екі рет басталған" }).click();
  await confirm().click();
  await expect.element(dialog().getByText("Жазылмады. Енгізілген дерек сақтаулы. Қайталап көріңіз.")).toBeVisible();
  await expect
    .element(dialog().getByRole("button", { name: "Екі рет басталған" }))
    .toHaveAttribute("aria-pressed", "true");
  expect((await rowOf(tablet))?.form.state).toBe("being-filled");
});

/** A tablet whose answers are written only while `isWriting`. */
async function begunOnFullTablet() {
  const tablet = await begun();
  const writing = { isWriting: false };
  const api: TabletApi = {
    ...tablet.api,
    recordEvents: async (interviewId, events) =>
      writing.isWriting ? tablet.api.recordEvents(interviewId, events) : { ok: false, error: { type: "storage-full" } },
  };
  const answersOf = async () => {
    const opened = await tablet.api.openInterview(tablet.lineId);
    return opened.ok ? Object.keys(opened.value.interview.answers) : [];
  };
  return { ...tablet, api, writing, answersOf };
}

const accept = () => page.getByRole("button", { name: "Дұрыс", exact: true });
const unwritten = () => page.getByText("✕ Жауап жазылмады. Енгізілген дерек осы бетте сақтаулы.");

it("is not cancelled while an answer of it is not written, and is with it once it can be", async () => {
  const tablet = await begunOnFullTablet();
  const { go } = showApp(tablet.api, { at: `/interview/${tablet.lineId}` });
  await accept().click();
  await expect.element(unwritten()).toBeVisible();
  go(`/start/${tablet.lineId}`);
  await page.getByRole("button", { name: "Парақты болдырмау" }).click();
  await dialog().getByRole("button", { name: "Екі рет басталған" }).click();
  await confirm().click();
  await expect.element(dialog().getByText(/^Парақтың соңғы жауаптары әлі жазылған жоқ\./u)).toBeVisible();
  expect((await rowOf(tablet))?.form.state).toBe("being-filled");
  tablet.writing.isWriting = true;
  await confirm().click();
  await expect.element(page.getByText(/^Парақ болдырылмады: /u)).toBeVisible();
  await page.getByRole("button", { name: "Қалпына келтіру" }).click();
  await expect.element(page.getByRole("button", { name: "Сауалды жалғастыру" })).toBeVisible();
  expect(await tablet.answersOf()).toContain("L04");
});

it("does not stand before the form that was begun anew, though an answer of it was not written", async () => {
  const tablet = await begunOnFullTablet();
  const first = (await rowOf(tablet))?.interviewId ?? "";
  const { go } = showApp(tablet.api, { at: `/interview/${tablet.lineId}` });
  await accept().click();
  await expect.element(unwritten()).toBeVisible();
  go("/respondents");
  // As another window would: this one writes first.
  await tablet.api.cancelInterview(first, "wrong-person", null);
  const opened = await tablet.api.openInterview(tablet.lineId, { source: { kind: "respondent" }, language: "kk" });
  expect(opened.ok && opened.value.interviewId).not.toBe(first);
  tablet.writing.isWriting = true;
  go(`/interview/${tablet.lineId}`);
  await accept().click();
  await expect.poll(async () => tablet.answersOf()).toContain("L04");
  await expect.element(unwritten()).not.toBeInTheDocument();
});
