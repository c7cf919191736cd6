// React's side of the store: a component is painted again only when what it reads has changed.
import { createContext, use, useSyncExternalStore } from "react";
import type { AnswerPath, FinishBlock, QuestionView, SectionView } from "#questionnaire";
import type { SourcesInForm } from "#fieldwork";
import { topQuestion } from "./question-order.ts";
import type { InterviewStore, Session } from "./interview-store.ts";

export const InterviewStoreContext = createContext<InterviewStore | null>(null);

export function useInterviewStore(): InterviewStore {
  const store = use(InterviewStoreContext);
  if (store === null) throw new Error("no interview is open here");
  return store;
}

export function useQuestion(path: AnswerPath): QuestionView {
  const store = useInterviewStore();
  return useSyncExternalStore(store.subscribe, () => store.question(path));
}

export function useSections(): readonly SectionView[] {
  const store = useInterviewStore();
  return useSyncExternalStore(store.subscribe, store.sections);
}

/** One part of the session, such as its language; give a selector that returns a part, not a new object. */
export function useSession<T>(select: (session: Session) => T): T {
  const store = useInterviewStore();
  return useSyncExternalStore(store.subscribe, () => select(store.session()));
}

/** Who gave the answers, where the source in force does not tell. */
export function useSources(): SourcesInForm {
  const store = useInterviewStore();
  return useSyncExternalStore(store.subscribe, store.sources);
}

/** What stands between the form and its finishing. */
export function useBlocks(): readonly FinishBlock[] {
  const store = useInterviewStore();
  return useSyncExternalStore(store.subscribe, store.blocks);
}

/** Required answers still missing in a question's rows or fields. */
export function useLeftIn({ path, definition, rows }: QuestionView): number {
  const store = useInterviewStore();
  const leftInFields = (): number => {
    if (definition.type !== "composite") return 0;
    // P12.1.2 can be a question of its own beside P12.1.
    const ofFields = store.remaining().filter((one) => one.startsWith(`${path}.`));
    return ofFields.filter((one) => topQuestion(store.sections(), one) === path).length;
  };
  const fields = useSyncExternalStore(store.subscribe, leftInFields);
  return rows.reduce((left, { unansweredCount }) => left + unansweredCount, fields);
}
