// Opens the line's interview once and makes the store of it. Everything a screen of the interview needs comes from here,
// so that a reload, a lock or a crash always starts from the record.
import { use, useEffect, useState } from "react";
import type { QuestionnaireShelf } from "#census";
import type { InterviewOpenError, ListRow, OpenedInterview, TabletApi } from "../../wiring/index.ts";
import { useClock, useTablet } from "../../wiring/index.ts";
import { ShelfContext } from "./shelf-context.ts";
import { createInterviewStore, type InterviewStore } from "./interview-store.ts";
import { interviewsLeft, leaveInterview } from "./interviews-left.ts";

export interface OpenInterviewPage {
  readonly opened: OpenedInterview;
  readonly store: InterviewStore;
  readonly rows: readonly ListRow[];
  readonly isProtected: boolean;
}

export type InterviewLoading =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly error: InterviewOpenError | { readonly type: "unexpected" } }
  | { readonly state: "open"; readonly page: OpenInterviewPage };

/** The line's interview; `again` opens it anew (after a reopening, after a failure). */
export function useOpenedInterview(lineId: string): { readonly loading: InterviewLoading; readonly again: () => void } {
  const tablet = useTablet();
  const clock = useClock();
  const shelf = use(ShelfContext);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly loading: InterviewLoading } | null>(null);
  const key = `${lineId} ${attempt}`;

  useEffect(() => {
    let isWanted = true;
    let page: OpenInterviewPage | null = null;
    const show = (loading: InterviewLoading): void => {
      if (!isWanted) return;
      page = loading.state === "open" ? loading.page : null;
      setLoaded({ key, loading });
    };
    load({ tablet, clock, shelf }, lineId).then(show, () => show({ state: "failed", error: { type: "unexpected" } }));
    return () => {
      isWanted = false;
      if (page !== null) leaveInterview(tablet, page);
    };
  }, [tablet, clock, shelf, lineId, key]);

  const loading = loaded?.key === key ? loaded.loading : ({ state: "loading" } as const);
  return { loading, again: () => setAttempt((before) => before + 1) };
}

interface LoadParts {
  readonly tablet: TabletApi;
  readonly clock: () => number;
  readonly shelf: QuestionnaireShelf;
}

async function load({ tablet, clock, shelf }: LoadParts, lineId: string): Promise<InterviewLoading> {
  const left = await interviewsLeft(tablet, lineId);
  const [opened, status, list] = await Promise.all([
    tablet.openInterview(lineId),
    tablet.readStatus(),
    tablet.readList(),
  ]);
  if (!opened.ok) return { state: "failed", error: opened.error };
  // A page that was left with unwritten answers counts only while its interview is the line's.
  const goneOn = left.find((page) => page.opened.interviewId === opened.value.interviewId);
  if (goneOn !== undefined) return { state: "open", page: goneOn };
  if (status.state !== "unlocked") return { state: "failed", error: { type: "locked" } };
  const questionnaire = shelf.find(opened.value.interview.questionnaire);
  if (questionnaire === null) return { state: "failed", error: { type: "version-missing" } };
  const store = createInterviewStore({
    questionnaire,
    opened: opened.value,
    recordEvents: tablet.recordEvents,
    clock,
    by: status.officerId,
  });
  const { protectedMode } = status.institution;
  return { state: "open", page: { opened: opened.value, store, rows: list.rows, isProtected: protectedMode } };
}
