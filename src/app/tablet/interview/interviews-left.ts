// An interview that was left a moment ago can still have an answer on its way to the disk: the text that is handed over
// when its field goes away, an event behind another one in the queue. Whoever opens the line again waits for it; what
// could not be written is gone on with, not read anew without it. A line can have several forms, of which one counts, so
// pages are kept by their interview.
import type { TabletApi } from "../../wiring/index.ts";
import type { OpenInterviewPage } from "./use-opened-interview.ts";

const leftByTablet = new WeakMap<TabletApi, Map<string, OpenInterviewPage>>();

/** To be called when the page of an interview goes. */
export function leaveInterview(tablet: TabletApi, page: OpenInterviewPage): void {
  const left = leftByTablet.get(tablet) ?? new Map<string, OpenInterviewPage>();
  leftByTablet.set(tablet, left);
  left.set(page.opened.interviewId, page);
  void forgetSaved(left, page, async () => page.store.settled());
}

/** The pages of the line whose answers are not on disk; none where the records have them all. */
export async function interviewsLeft(tablet: TabletApi, lineId: string): Promise<readonly OpenInterviewPage[]> {
  // A field hands over its text after the tap that left it.
  await nextTurn();
  const left = leftByTablet.get(tablet);
  if (left === undefined) return [];
  const ofLine = [...left.values()].filter(({ opened }) => opened.lineId === lineId);
  const areSaved = await Promise.all(
    ofLine.map(async (page) => forgetSaved(left, page, async () => page.store.settled())),
  );
  return ofLine.filter((_page, index) => areSaved[index] !== true);
}

/** Writes what a left page of the interview still holds; false where it cannot be written now either. */
export async function writeLeft(tablet: TabletApi, interviewId: string): Promise<boolean> {
  await nextTurn();
  const left = leftByTablet.get(tablet);
  const page = left?.get(interviewId);
  return left === undefined || page === undefined || forgetSaved(left, page, async () => page.store.retry());
}

/** True once everything of the page is on disk; it is kept no longer then. */
async function forgetSaved(
  left: Map<string, OpenInterviewPage>,
  page: OpenInterviewPage,
  saved: () => Promise<boolean>,
): Promise<boolean> {
  await nextTurn();
  const isSaved = await saved();
  const { interviewId } = page.opened;
  if (isSaved && left.get(interviewId) === page) left.delete(interviewId);
  return isSaved;
}

async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
