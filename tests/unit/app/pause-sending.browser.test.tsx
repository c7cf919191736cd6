// T-16 while sending: the officer puts it off and goes on, and finds it so again on every way back.
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { err } from "#questionnaire";
import type { BatchRow, PushReport, TabletApi } from "../../../src/app/wiring/index.ts";
import { batch, createFakeTablet, nowMs } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const connection = () => page.getByRole("region", { name: "Байланыс" });
const send = () => page.getByRole("button", { name: "Қазір жөнелту" });
const pause = () => page.getByRole("button", { name: "Тоқтата тұру" });
const goOn = () => page.getByRole("button", { name: "Жалғастыру" });

const untilMs = nowMs + 30 * 60_000;
const at = new Date(untilMs);
const until = `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

function unsent(count: number): BatchRow[] {
  return Array.from({ length: count }, (_, index) => ({ ...batch, seq: 20 - index, state: "sealed", mark: null }));
}

const paused: PushReport = {
  outcome: "paused",
  sent: 0,
  accepted: 0,
  left: 3,
  problem: null,
  nextAttemptAtMs: untilMs,
};

/** A tablet whose pushes end when the test says so. */
function createSendingTablet(over: Partial<TabletApi> = {}) {
  const ends: ((report: PushReport) => void)[] = [];
  const batches = unsent(12);
  const tablet = createFakeTablet(
    { batches },
    { push: async () => new Promise((resolve) => ends.push(resolve)), ...over },
  );
  return {
    ...tablet,
    pushes: () => ends.length,
    end: (report: PushReport) => ends.at(-1)?.(report),
    /** So many more reached the Department. */
    deliver: (count: number) => {
      for (const [index, one] of batches.entries()) {
        if (index < count) batches[index] = { ...one, state: "stored" };
      }
      tablet.poke("delivery");
    },
  };
}

it("stands beside the progress, and then says calmly until when, how far it came and what is safe", async () => {
  const { api, calls, end, deliver } = createSendingTablet();
  showApp(api, { at: "/data" });
  await expect.element(pause()).not.toBeInTheDocument();
  await send().click();
  deliver(7);
  await expect.element(page.getByText("Жөнелтіліп жатыр: 7 / 12")).toBeVisible();
  await pause().click();
  const notice = connection().getByRole("status").filter({ hasText: "Жөнелту тоқтатылып тұр." });
  await expect.element(notice).toHaveTextContent(`Өзі жалғасатын уақыты: ${until}`);
  await expect.element(notice).toHaveTextContent("Басталып кеткені аяқталып жатыр.");
  expect(page.getByRole("alert").elements()).toEqual([]);
  end(paused);
  await expect.element(notice).toHaveTextContent("Жөнелтілгені: 7 / 12");
  await expect.element(notice).toHaveTextContent("Парақтар осы планшетте сақтаулы.");
  expect(calls).toEqual(["pauseSending"]);
});

it("keeps its place when the screen is left, and goes on from there", async () => {
  const { api, calls, end, deliver, pushes } = createSendingTablet();
  const { go } = showApp(api, { at: "/data" });
  await send().click();
  deliver(7);
  await pause().click();
  end(paused);
  await expect.element(page.getByText("Жөнелтілгені: 7 / 12")).toBeVisible();
  go("/");
  const home = page.getByRole("region", { name: "Деректер қайда?" });
  await expect.element(home.getByText("Жөнелту тоқтатылып тұр.")).toBeVisible();
  await expect.element(home.getByText(`Өзі жалғасатын уақыты: ${until}`)).toBeVisible();
  go("/data");
  await expect.element(page.getByText("Жөнелтілгені: 7 / 12")).toBeVisible();
  await goOn().click();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 7 / 12")).toBeVisible();
  expect(calls).toEqual(["pauseSending", "resumeSending"]);
  expect(pushes()).toBe(2);
  end({ ...paused, outcome: "done", sent: 5, left: 0, nextAttemptAtMs: null });
  await expect.element(connection().getByText("Департаментке жетті: 5")).toBeVisible();
});

it("is ended by sending now, too, and by nothing else on the screen", async () => {
  const { api, calls } = createFakeTablet({ batches: unsent(3) });
  await api.pauseSending();
  showApp(api, { at: "/data" });
  await expect.element(goOn()).toBeVisible();
  await expect.element(pause()).not.toBeInTheDocument();
  await send().click();
  await expect.element(connection().getByText("Департаментке жетті: 3")).toBeVisible();
  await expect.element(goOn()).not.toBeInTheDocument();
  expect(calls).toEqual(["pauseSending", "resumeSending", "push"]);
});

it("hands the focus from one button to the other", async () => {
  const { api, end } = createSendingTablet();
  showApp(api, { at: "/data" });
  await send().click();
  await pause().click();
  end(paused);
  await expect.element(goOn()).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(pause()).toHaveFocus();
});

it("begins at the content, not at the pause, when the screen is opened in one", async () => {
  const { api } = createFakeTablet({ sending: { pausedUntilMs: untilMs } });
  showApp(api, { at: "/data" });
  await expect.element(goOn()).toBeVisible();
  await expect.element(goOn()).not.toHaveFocus();
});

it("thought better of in time, goes on with the push that was to be stopped", async () => {
  const { api, pushes, end } = createSendingTablet();
  showApp(api, { at: "/data" });
  await send().click();
  await pause().click();
  await goOn().click();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 12")).toBeVisible();
  expect(pushes()).toBe(1);
  // It had seen the pause already: then it is asked again.
  end(paused);
  await expect.poll(pushes).toBe(2);
  await expect.element(pause()).toBeVisible();
});

it("can be had where another program of the tablet is sending", async () => {
  const { api, calls } = createFakeTablet(
    { batches: unsent(3) },
    { push: async () => ({ ...paused, outcome: "busy", nextAttemptAtMs: null }) },
  );
  showApp(api, { at: "/data" });
  await send().click();
  await expect.element(connection().getByText("Жөнелту жүріп жатыр.")).toBeVisible();
  await pause().click();
  await expect.element(goOn()).toBeVisible();
  expect(calls).toEqual(["pauseSending"]);
});

it("says so where it cannot be written down, and sends on", async () => {
  const { api } = createSendingTablet({ pauseSending: async () => err({ type: "storage-full" }) });
  showApp(api, { at: "/data" });
  await send().click();
  await pause().click();
  await expect.element(page.getByText("Планшеттің жады толды. Бұрын сақталғаны орнында.")).toBeVisible();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 12")).toBeVisible();
});

it("never counts backwards where something is sealed meanwhile", async () => {
  const batches = unsent(1);
  const { api, poke } = createFakeTablet({ batches }, { push: async () => new Promise(() => undefined) });
  showApp(api, { at: "/data" });
  await send().click();
  batches.push({ ...batch, seq: 30, state: "sealed", mark: null });
  poke("delivery");
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 2")).toBeVisible();
});

it("holds on a tablet that is stopped, where only the way out is left", async () => {
  const { api } = createFakeTablet({ state: "revoked", sending: { pausedUntilMs: untilMs } });
  showApp(api, { at: "/data" });
  await expect.element(connection().getByText("Жөнелту тоқтатылып тұр.")).toBeVisible();
  await expect.element(goOn()).toBeVisible();
});
