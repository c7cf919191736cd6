// An interview that was left a moment ago can still have an answer on its way to the disk: the text that is handed over
// when its field goes away, an event behind another one in the queue. Whoever opens the interview again waits for it;
// what could not be written is gone on with, not read anew without it.
import type { TabletApi } from "../../wiring/index.ts";
import type { OpenInterviewPage } from "./use-opened-interview.ts";

const leftByTablet = new WeakMap<TabletApi, Map<string, OpenInterviewPage>>();

/** To be called when the page of an interview goes. */
export function leaveInterview(tablet: TabletApi, lineId: string, page: OpenInterviewPage): void {
  const left = leftByTablet.get(tablet) ?? new Map<string, OpenInterviewPage>();
  leftByTablet.set(tablet, left);
  left.set(lineId, page);
  void forgetSaved(left, lineId, page);
}

/** The page to go on with where its answers are not on disk; null where the record has them all. */
export async function interviewLeft(tablet: TabletApi, lineId: string): Promise<OpenInterviewPage | null> {
  // A field hands over its text after the tap that left it.
  await nextTurn();
  const left = leftByTablet.get(tablet);
  const page = left?.get(lineId);
  if (left === undefined || page === undefined) return null;
  return (await forgetSaved(left, lineId, page)) ? null : page;
}

/** True once everything of the page is on disk; it is kept no longer then. */
async function forgetSaved(
  left: Map<string, OpenInterviewPage>,
  lineId: string,
  page: OpenInterviewPage,
): Promise<boolean> {
  await nextTurn();
  const isSaved = await page.store.settled();
  if (isSaved && left.get(lineId) === page) left.delete(lineId);
  return isSaved;
}

async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
