// Where the officer stands in the form and how he goes on. Going on to the next question waits for the write; nothing
// else ever holds him back (ux D2).
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Answer, AnswerPath, SectionView } from "#questionnaire";
import type { Intent } from "../../questions/question-props.ts";
import { hasHardFinding, isAnswered } from "./answered.ts";
import type { InterviewStore } from "./interview-store.ts";
import { entryOf, neighbourSection, nextOpenQuestion, nextQuestion, openQuestions } from "./question-order.ts";
import { previousQuestion, sectionOf } from "./question-order.ts";

/** Between the tap and the next question the chosen row stays in sight (ux 3.1). */
const shownAnswerMs = 200;

interface Place {
  readonly sectionId: string | null;
  readonly active: AnswerPath | null;
  /** Counts the moves made by the app: each brings the active question to the fixed line. */
  readonly moves: number;
}

export interface InterviewWalk extends Place {
  /** The question whose answer was tapped and which is about to be left. */
  readonly leaving: AnswerPath | null;
  /** The question the officer wanted to leave with something in it that must be corrected; once more, and he leaves it. */
  readonly heldBack: AnswerPath | null;
  /** The officer touched a question: it is the active one, nothing moves. */
  readonly activate: (path: AnswerPath) => void;
  readonly answer: (top: AnswerPath, path: AnswerPath, answer: Answer, intent: Intent) => void;
  readonly done: (top: AnswerPath) => void;
  readonly back: () => void;
  readonly jump: (section: SectionView) => void;
  readonly nextSection: () => void;
}

interface WalkParts {
  readonly store: InterviewStore;
  readonly start: AnswerPath | null;
  /** Notes where a question stands before the page moves. */
  readonly beforeMove: (path: AnswerPath) => void;
  readonly onPlace: (path: AnswerPath | null) => void;
  /** No section is left. */
  readonly onEnd: () => void;
}

export function useInterviewWalk({ store, start, beforeMove, onPlace, onEnd }: WalkParts): InterviewWalk {
  const [kept, setPlace] = useState<Place>(() => ({
    sectionId: start === null ? null : (sectionOf(store.sections(), start)?.id ?? null),
    active: start,
    moves: 0,
  }));
  const place = { ...kept, active: stillAsked(store, kept) };
  const [leaving, setLeaving] = useState<AnswerPath | null>(null);
  const [heldBack, setHeldBack] = useState<AnswerPath | null>(null);
  /** The question that got another answer since the officer was last kept at it. */
  const fresh = useRef<AnswerPath | null>(null);
  const now = useRef({ place, beforeMove, onPlace, onEnd });
  useEffect(() => {
    now.current = { place, beforeMove, onPlace, onEnd };
  });

  const moveTo = useCallback((section: SectionView, path: AnswerPath | null) => {
    if (path !== null) now.current.beforeMove(path);
    setLeaving(null);
    setHeldBack(null);
    setPlace((before) => ({ sectionId: section.id, active: path, moves: before.moves + 1 }));
    now.current.onPlace(path);
  }, []);

  const goOn = useCallback(
    (top: AnswerPath) => {
      const sections = store.sections();
      const section = sectionOf(sections, top);
      if (section === null) return;
      const open = openQuestions(sections, store.remaining());
      moveTo(section, nextOpenQuestion(section, top, open) ?? nextOptional(store, section, top));
    },
    [store, moveTo],
  );

  const step = useCallback(
    async (top: AnswerPath, saved: Promise<boolean>, waitMs: number) => {
      setLeaving(top);
      const [isSaved] = await Promise.all([saved, wait(waitMs)]);
      setLeaving(null);
      // The officer may have touched another question meanwhile; then he has decided himself.
      if (isSaved && now.current.place.active === top) goOn(top);
    },
    [goOn],
  );

  /** An answer that must be corrected keeps the officer once, with what is wrong before his eyes; never twice (ux D2). */
  const holdBack = useCallback(
    (top: AnswerPath): boolean => {
      const isKept = fresh.current === top && hasHardFinding(store.question(top));
      fresh.current = null;
      setHeldBack(isKept ? top : null);
      return isKept;
    },
    [store],
  );

  const finish = useCallback(
    async (top: AnswerPath) => {
      // What was typed in a field that the tap left is handed over in the turn after it.
      await wait(0);
      if (!holdBack(top)) await step(top, store.settled(), 0);
    },
    [store, step, holdBack],
  );

  return {
    ...place,
    leaving,
    heldBack,
    activate: useCallback((path: AnswerPath) => {
      now.current.beforeMove(path);
      setHeldBack(null);
      setPlace((before) => (before.active === path ? before : { ...before, active: path }));
      now.current.onPlace(path);
    }, []),
    answer: useCallback(
      (top: AnswerPath, path: AnswerPath, answer: Answer, intent: Intent) => {
        const wasAnswered = isAnswered(store.question(top));
        const before = JSON.stringify(store.question(path).answer);
        const saved = store.give(path, answer);
        if (JSON.stringify(store.question(path).answer) !== before) {
          fresh.current = top;
          setHeldBack(null);
        }
        if (intent === "stay") return;
        const isOneTap = intent === "next-if-clear";
        if (isOneTap && path === top && hasHardFinding(store.question(top))) {
          // The tap was the officer's "done" already: the button that has come leads on at once.
          fresh.current = null;
          return;
        }
        if (isOneTap && (wasAnswered || path !== top)) return;
        if (holdBack(top)) return;
        now.current.place = { ...now.current.place, active: top };
        void step(top, saved, isOneTap ? shownAnswerMs : 0);
      },
      [store, step, holdBack],
    ),
    done: useCallback((top: AnswerPath) => void finish(top), [finish]),
    back: () => {
      const section = currentSection(store, place);
      if (section === null) return;
      const before = place.active === null ? (section.paths.at(-1) ?? null) : previousQuestion(section, place.active);
      if (before !== null) return moveTo(section, before);
      const earlier = neighbourSection(store.sections(), section, -1);
      if (earlier !== null) moveTo(earlier, earlier.paths.at(-1) ?? null);
    },
    jump: useMemo(() => {
      return (section: SectionView) =>
        moveTo(section, entryOf(section, openQuestions(store.sections(), store.remaining())));
    }, [store, moveTo]),
    nextSection: () => {
      const section = currentSection(store, place);
      const next = section === null ? null : neighbourSection(store.sections(), section, 1);
      if (next === null) onEnd();
      else moveTo(next, entryOf(next, openQuestions(store.sections(), store.remaining())));
    },
  };
}

/** The active question; where it is asked no more, as after a change of the source, the first of its section that is open. */
function stillAsked(store: InterviewStore, { sectionId, active }: Place): AnswerPath | null {
  const section = store.sections().find(({ id }) => id === sectionId);
  if (active === null || section === undefined || section.paths.includes(active)) return active;
  const open = openQuestions([section], store.remaining());
  return section.paths.find((path) => open.has(path)) ?? null;
}

function currentSection(store: InterviewStore, place: Place): SectionView | null {
  return store.sections().find(({ id }) => id === place.sectionId) ?? null;
}

/** A question that may stay empty is still asked once: the one right below, while it has no answer. */
function nextOptional(store: InterviewStore, section: SectionView, top: AnswerPath): AnswerPath | null {
  const next = nextQuestion(section, top);
  return next !== null && !isAnswered(store.question(next)) ? next : null;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, ms);
  });
}
