// One open interview on the page: the engine that paints, and the queue that saves. An answer is painted at once and
// written at once; whoever goes on to the next question awaits `give`. Nothing leaves the queue before it is on disk, so
// a failed write loses nothing: it is shown, and written again on request.
import { openInterview, type Answer, type AnswerPath, type Interview, type QuestionView } from "#questionnaire";
import type { FinishBlock, Finding, LocalText, Questionnaire, SectionView } from "#questionnaire";
import { checkFinished } from "#questionnaire";
import {
  answersUnder,
  eachAnswerOf,
  answerFact,
  isSameSource,
  otherShares,
  sourceFacts,
  sourcesInForm,
  type InterviewEvent,
  type QuestionLanguage,
  type SourceOfAnswers,
  type SourcesInForm,
  type SourceShare,
} from "#fieldwork";
import type { OpenedInterview, RecordEventsError, TabletApi } from "../../wiring/index.ts";
import { createAnswerSources } from "./answer-sources.ts";
import { sectionOfAll } from "./question-order.ts";
import { createSaveQueue, type Saving } from "./save-queue.ts";

/** What is known of the interview beside its answers. Replaced whole on every change. */
export interface Session {
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
  readonly notes: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  readonly saving: Saving<RecordEventsError["type"] | "unexpected">;
  /** Required answers still missing. */
  readonly left: number;
  /** How many of them the last answer brought in. */
  readonly leftGrewBy: number;
  /** The title of the section these are in; null where they are in several. */
  readonly leftGrewIn: LocalText | null;
  readonly isFinished: boolean;
}

export interface InterviewStore {
  /** The version that is asked. */
  readonly questionnaire: Questionnaire;
  readonly subscribe: (listener: () => void) => () => void;
  readonly session: () => Session;
  readonly question: (path: AnswerPath) => QuestionView;
  readonly sections: () => readonly SectionView[];
  /** Required answers still missing, in order. */
  readonly remaining: () => readonly AnswerPath[];
  readonly findings: () => readonly Finding[];
  readonly blocks: () => readonly FinishBlock[];
  /** Who gave the answers, where the source in force does not tell. */
  readonly sources: () => SourcesInForm;
  /** The source an answer was given under, or corrected to; null where nothing was given. */
  readonly sourceOf: (path: AnswerPath) => SourceOfAnswers | null;
  /** The answers of these top-level questions that count, with fields and rows. */
  readonly answersUnder: (questions: readonly AnswerPath[]) => readonly AnswerPath[];
  /** Who answered a question or a row, where that is not wholly the source in force. */
  readonly othersUnder: (path: AnswerPath) => readonly SourceShare[];
  /** True once the answer is on disk, false where the write failed. */
  readonly give: (path: AnswerPath, answer: Answer) => Promise<boolean>;
  /** Takes off what settled the roster as a whole. */
  readonly addRow: (roster: AnswerPath) => number;
  readonly removeRow: (roster: AnswerPath, row: number) => Promise<boolean>;
  /** A critical finding needs the reason; a soft one takes null. */
  readonly confirm: (edit: string, path: AnswerPath, reason: string | null) => Promise<boolean>;
  readonly writeNote: (path: AnswerPath, text: string) => Promise<boolean>;
  readonly flag: (path: AnswerPath, on: boolean) => Promise<boolean>;
  readonly changeSource: (source: SourceOfAnswers) => Promise<boolean>;
  /** These answers were given by this source; the source in force stays. */
  readonly correctSource: (paths: readonly AnswerPath[], source: SourceOfAnswers) => Promise<boolean>;
  readonly changeLanguage: (language: QuestionLanguage) => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
  /** Awaits what is being written; true when nothing waits. */
  readonly settled: () => Promise<boolean>;
}

export interface InterviewStoreParts {
  readonly questionnaire: Questionnaire;
  readonly opened: OpenedInterview;
  readonly recordEvents: TabletApi["recordEvents"];
  readonly clock: () => number;
  /** The officer who holds the tablet. */
  readonly by: string;
}

type Draft<T> = T extends unknown ? Omit<T, "atMs" | "by"> : never;

export function createInterviewStore(parts: InterviewStoreParts): InterviewStore {
  const { questionnaire, opened, recordEvents, clock, by } = parts;
  const interview = openEngine(questionnaire, opened);
  const listeners = new Set<() => void>();
  const views = new Map<AnswerPath, { readonly version: number; readonly view: QuestionView }>();
  const answerSources = createAnswerSources(opened.interview.answers);
  let version = 0;
  const sections = keptPerVersion(() => interview.sections());
  const blocks = keptPerVersion(() => checkFinished(interview));
  const given = keptPerVersion(() => new Map(eachGiven()));
  const sources = keptPerVersion(() => {
    // Nearly always: then nobody asks the engine what counts.
    if (answerSources.areAllOf(session.source)) return sourcesInForm(session.source, [], []);
    return sourcesInForm(session.source, given(version), interview.sections());
  });

  const queue = createSaveQueue<InterviewEvent, RecordEventsError["type"]>({
    savedAtMs: opened.interview.savedAtMs,
    write: (events) => recordEvents(opened.interviewId, events),
    onChange: (saving) => update({ saving }),
  });
  let session: Session = {
    source: opened.interview.source,
    language: opened.interview.language,
    notes: opened.interview.notes,
    flags: opened.interview.flags,
    saving: queue.saving(),
    left: interview.remaining().length,
    leftGrewBy: 0,
    leftGrewIn: null,
    isFinished: opened.interview.state === "finished",
  };

  function* eachGiven(): Generator<readonly [AnswerPath, SourceOfAnswers]> {
    for (const path of Object.keys(interview.exported())) {
      const source = answerSources.of(path);
      if (source !== null) yield [path, source];
    }
  }

  function givenUnder(path: AnswerPath): readonly SourceOfAnswers[] {
    const answers = given(version);
    return answersUnder([path], answers.keys()).flatMap((one) => answers.get(one) ?? []);
  }

  function update(change: Partial<Session>): void {
    session = { ...session, ...change };
    for (const listener of listeners) listener();
  }

  /** Paints first; the queue writes in the same turn. `change` says what happened, once it has. */
  function happen(path: AnswerPath | null, change: () => Draft<InterviewEvent>): Promise<boolean> {
    const before = new Set(interview.remaining());
    const event = change();
    version += 1;
    const remaining = interview.remaining();
    const grown = remaining.filter((one) => !before.has(one));
    const leftGrewIn = grown.length === 0 ? null : (sectionOfAll(sections(version), grown)?.title ?? null);
    update({ left: remaining.length, leftGrewBy: grown.length, leftGrewIn });
    // The draft is one member of the union without its two facts; putting them back makes that member again.
    return queue.add({ ...event, atMs: clock(), by } as InterviewEvent, path);
  }

  /** What the questionnaire wants to know of this answer, as the worker tells it at opening. */
  function tellSource(path: AnswerPath, source: SourceOfAnswers): void {
    const isGiven = interview.question(path).answer.state !== "unanswered";
    for (const fact of questionnaire.answerFacts) {
      if (fact.question === path) interview.setContext(fact.name, isGiven ? answerFact(fact, source) : null);
    }
  }

  /** The event of an answer, as the engine keeps it: an exclusive mark takes the others off. */
  function answerGiven(path: AnswerPath): Draft<InterviewEvent> {
    answerSources.set(path, session.source);
    tellSource(path, session.source);
    return { type: "answer-given", path, answer: interview.question(path).answer, language: session.language };
  }

  return {
    questionnaire,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    session: () => session,
    question: (path) => {
      const known = views.get(path);
      if (known?.version === version) return known.view;
      const view = interview.question(path);
      views.set(path, { version, view });
      return view;
    },
    sections: () => sections(version),
    remaining: () => interview.remaining(),
    findings: () => interview.findings(),
    blocks: () => blocks(version),
    sources: () => sources(version),
    sourceOf: answerSources.of,
    answersUnder: (questions) => answersUnder(questions, given(version).keys()),
    othersUnder: (path) => (sources(version).ofForm.length === 0 ? [] : otherShares(session.source, givenUnder(path))),
    give: (path, answer) =>
      happen(path, () => {
        interview.give(path, answer);
        return answerGiven(path);
      }),
    addRow: (roster) => {
      const before = interview.question(roster).answer.state;
      const { row } = interview.addRow(roster);
      // "Doesn't know" goes with the first row (QL51): the record says so too.
      if (interview.question(roster).answer.state !== before) void happen(roster, () => answerGiven(roster));
      else {
        version += 1;
        update({ left: interview.remaining().length });
      }
      return row;
    },
    removeRow: (roster, row) =>
      happen(roster, () => {
        interview.removeRow(roster, row);
        answerSources.forgetRow(`${roster}[${row}]`);
        return { type: "row-removed", path: `${roster}[${row}]` };
      }),
    confirm: (edit, path, reason) =>
      happen(path, () => {
        interview.confirm(edit, path, reason);
        return { type: "edit-confirmed", edit, path, reason };
      }),
    writeNote: (path, text) =>
      happen(path, () => {
        const { [path]: _before, ...others } = session.notes;
        session = { ...session, notes: text.trim() === "" ? others : { ...others, [path]: text.trim() } };
        return { type: "note-written", path, text };
      }),
    flag: (path, on) =>
      happen(path, () => {
        const others = session.flags.filter((one) => one !== path);
        session = { ...session, flags: on ? [...others, path] : others };
        return { type: "question-flagged", path, on };
      }),
    changeSource: (source) =>
      happen(null, () => {
        // As the worker gives them at opening.
        const known = sourceFacts(source);
        for (const [name, value] of Object.entries(known)) {
          if (questionnaire.contextNames.has(name)) interview.setContext(name, value);
        }
        session = { ...session, source };
        return { type: "source-changed", source };
      }),
    correctSource: (paths, source) => {
      const wrong = paths.filter((path) => {
        const recorded = answerSources.of(path);
        return recorded !== null && !isSameSource(recorded, source);
      });
      if (wrong.length === 0) return queue.settled();
      return happen(null, () => {
        for (const path of wrong) {
          answerSources.set(path, source);
          tellSource(path, source);
        }
        return { type: "answers-source-corrected", paths: wrong, source };
      });
    },
    changeLanguage: (language) =>
      happen(null, () => {
        session = { ...session, language };
        return { type: "language-changed", language };
      }),
    retry: () => queue.retry(),
    settled: () => queue.settled(),
  };
}

/** Computes once per version of the interview, so that React sees the same object until something has changed. */
function keptPerVersion<T>(compute: () => T): (version: number) => T {
  let kept: { readonly version: number; readonly value: T } | null = null;
  return (version) => {
    if (kept?.version !== version) kept = { version, value: compute() };
    return kept.value;
  };
}

function openEngine(questionnaire: Questionnaire, opened: OpenedInterview): Interview {
  return openInterview(questionnaire, {
    context: opened.context,
    answers: eachAnswerOf(opened.interview),
    confirmations: opened.interview.confirmations,
    removedRows: opened.interview.removedRows,
  });
}
