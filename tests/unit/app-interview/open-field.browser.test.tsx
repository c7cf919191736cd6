// A question of many fields: one of them shows its bar of letters, and what is touched stays under the finger.
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { premisesQuestionnaire } from "#census";
import { InterviewProvider } from "../../../src/app/tablet/interview/interview-provider.tsx";
import { createInterviewStore } from "../../../src/app/tablet/interview/interview-store.ts";
import { QuestionBlock } from "../../../src/app/tablet/interview/question-block.tsx";
import { openEveryKind } from "./support/render-interview.tsx";

afterEach(cleanup);

async function showAddress(): Promise<void> {
  const { page: opened, tablet } = await openEveryKind();
  const store = createInterviewStore({
    questionnaire: premisesQuestionnaire(),
    opened: { ...opened.opened, context: { isListHere: false } },
    recordEvents: tablet.api.recordEvents,
    clock: () => Date.UTC(2021, 9, 5, 10),
    by: "officer-1",
  });
  render(
    <InterviewProvider page={{ ...opened, store }}>
      <div data-scroller style={{ height: 600, overflow: "auto" }}>
        <div style={{ height: 300 }} />
        <QuestionBlock
          path="L01"
          isActive
          isLeaving={false}
          onActivate={() => undefined}
          onAnswer={(_top, at, answer) => void store.give(at, answer)}
          onDone={() => undefined}
        />
        <div style={{ height: 600 }} />
      </div>
    </InterviewProvider>,
  );
}

const field = (name: string) => page.getByRole("group", { name, exact: true });
const bars = () => page.getByRole("button", { name: "ә", exact: true }).elements();

it("shows the letters under the field that is touched and under no other", async () => {
  await showAddress();
  await expect.element(field("Көше")).toBeVisible();
  expect(bars()).toHaveLength(0);
  await field("Көше").getByRole("textbox").click();
  await expect.element(field("Көше").getByRole("button", { name: "ә", exact: true })).toBeVisible();
  await field("Үй").getByRole("textbox").click();
  await expect.element(field("Үй").getByRole("button", { name: "ә", exact: true })).toBeVisible();
  expect(bars()).toHaveLength(1);
});

it("keeps the touched field where it was, although the letters above it go", async () => {
  await showAddress();
  await field("Көше").getByRole("textbox").click();
  await expect.poll(() => bars().length).toBe(1);
  document.querySelector("[data-scroller]")?.scrollTo({ top: 250 });
  const house = field("Үй").getByRole("textbox");
  await expect.element(house).toBeVisible();
  const before = house.element().getBoundingClientRect().top;
  await house.click();
  await expect.element(field("Үй").getByRole("button", { name: "ә", exact: true })).toBeVisible();
  expect(Math.abs(house.element().getBoundingClientRect().top - before)).toBeLessThan(2);
});
