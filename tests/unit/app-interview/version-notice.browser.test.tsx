import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { InterviewProvider } from "../../../src/app/tablet/interview/interview-provider.tsx";
import { VersionNotice } from "../../../src/app/tablet/interview/version-notice.tsx";
import { TabletContext } from "../../../src/app/wiring/index.ts";
import type { TabletApi } from "#worker";
import { openEveryKind } from "./support/render-interview.tsx";

afterEach(cleanup);

async function show(isBehind: boolean, moveInterviewForward?: TabletApi["moveInterviewForward"]): Promise<number[]> {
  const { tablet, page: opened } = await openEveryKind();
  const moved: number[] = [];
  const api = { ...tablet.api, ...(moveInterviewForward === undefined ? {} : { moveInterviewForward }) };
  render(
    <TabletContext value={api}>
      <InterviewProvider page={{ ...opened, opened: { ...opened.opened, isBehind } }}>
        <VersionNotice
          page={{ ...opened, opened: { ...opened.opened, isBehind } }}
          onMoved={(count) => void moved.push(count)}
        />
      </InterviewProvider>
    </TabletContext>,
  );
  return moved;
}

it("says nothing while the interview stands on the newest version", async () => {
  await show(false);
  await expect.element(page.getByText("Парақтың жаңа нұсқасы бар.")).not.toBeInTheDocument();
});

it("takes the interview over by one tap and says how much is to be asked again", async () => {
  const { page: opened } = await openEveryKind();
  const moved = await show(true, async () => ({ ok: true, value: { opened: opened.opened, askedAgain: 3 } }));
  await page.getByRole("button", { name: "Жаңа нұсқаға көшіру" }).click();
  await expect.poll(() => moved).toEqual([3]);
});

it("says that nothing is lost where it was not taken over", async () => {
  const moved = await show(true);
  await page.getByRole("button", { name: "Жаңа нұсқаға көшіру" }).click();
  await expect.element(page.getByText("Парақ көшірілмеді.")).toBeVisible();
  expect(moved).toEqual([]);
});
