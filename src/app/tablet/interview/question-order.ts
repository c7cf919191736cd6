// Where the interview goes: from question to question inside a section, and back to its place after a lock or a crash.
import type { AnswerPath, SectionView } from "#questionnaire";
import type { InterviewEvent } from "#fieldwork";

/** The asked top-level question that a path belongs to: itself, or the composite or roster it is a field of. */
export function topQuestion(sections: readonly SectionView[], path: AnswerPath): AnswerPath | null {
  const paths = sections.filter(({ relevant }) => relevant).flatMap((section) => section.paths);
  if (paths.includes(path)) return path;
  const owners = paths.filter((top) => path.startsWith(`${top}.`) || path.startsWith(`${top}[`));
  return owners.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

export function sectionOf(sections: readonly SectionView[], path: AnswerPath): SectionView | null {
  const top = topQuestion(sections, path);
  return sections.find((section) => section.relevant && top !== null && section.paths.includes(top)) ?? null;
}

/** The one section that all of these lie in, as questions, fields or rows; null where they are in several, or there are none. */
export function sectionOfAll(sections: readonly SectionView[], paths: readonly AnswerPath[]): SectionView | null {
  const [first] = paths;
  const section = first === undefined ? null : sectionOf(sections, first);
  return paths.every((path) => sectionOf(sections, path) === section) ? section : null;
}

/** Top-level questions with a required answer missing. */
export function openQuestions(
  sections: readonly SectionView[],
  remaining: readonly AnswerPath[],
): ReadonlySet<AnswerPath> {
  return new Set(remaining.flatMap((path) => topQuestion(sections, path) ?? []));
}

/** The next question of the section that still wants an answer; null where the section has none below. */
export function nextOpenQuestion(
  section: SectionView,
  from: AnswerPath,
  open: ReadonlySet<AnswerPath>,
): AnswerPath | null {
  return section.paths.slice(section.paths.indexOf(from) + 1).find((path) => open.has(path)) ?? null;
}

/** The question below this one, answered or not. */
export function nextQuestion(section: SectionView, from: AnswerPath): AnswerPath | null {
  return section.paths[section.paths.indexOf(from) + 1] ?? null;
}

export function previousQuestion(section: SectionView, from: AnswerPath): AnswerPath | null {
  const index = section.paths.indexOf(from);
  return index > 0 ? (section.paths[index - 1] ?? null) : null;
}

/** The relevant section after or before this one. */
export function neighbourSection(
  sections: readonly SectionView[],
  section: SectionView,
  step: 1 | -1,
): SectionView | null {
  const asked = sections.filter(({ relevant, paths }) => relevant && paths.length > 0);
  return asked[asked.findIndex(({ id }) => id === section.id) + step] ?? null;
}

/** Where a section is entered: its first question that wants an answer, else its first. */
export function entryOf(section: SectionView, open: ReadonlySet<AnswerPath>): AnswerPath | null {
  return section.paths.find((path) => open.has(path)) ?? section.paths[0] ?? null;
}

/**
 * The question to come back to: the place asked for, else the one after the last answer, else the first that wants an
 * answer. Derived from the record, so it holds after a crash too.
 */
export function resumePath(
  sections: readonly SectionView[],
  remaining: readonly AnswerPath[],
  events: readonly InterviewEvent[],
  wanted: string | null,
): AnswerPath | null {
  const asked = wanted === null ? null : topQuestion(sections, wanted);
  if (asked !== null) return asked;
  const open = openQuestions(sections, remaining);
  const last = events.findLast((event) => event.type === "answer-given" && event.answer.state !== "proposed");
  if (last?.type === "answer-given") {
    const top = topQuestion(sections, last.path);
    const section = top === null ? null : sectionOf(sections, top);
    if (top !== null && section !== null) {
      if (open.has(top)) return top;
      const next = nextOpenQuestion(section, top, open);
      if (next !== null) return next;
    }
  }
  const [firstOpen] = open;
  return firstOpen ?? sections.find(({ relevant }) => relevant)?.paths[0] ?? null;
}
