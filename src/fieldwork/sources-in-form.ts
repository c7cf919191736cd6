// Who gave the answers of a section and of the form (ux 3.9: the source is derived per section). The source in force is what
// stands in the header; a section is named where its answers say something else, be it one other source or several.
import type { AnswerPath } from "#questionnaire";
import { isSameSpeaker, type SourceOfAnswers } from "./source-of-answers.ts";

/** One speaker and how many answers came from him. The first source of his stands for those that differ in the reason alone. */
export interface SourceShare {
  readonly source: SourceOfAnswers;
  readonly count: number;
}

/** The sources of a form that the one in force does not tell. */
export interface SourcesInForm {
  /** By section, in the order the answers are asked; a section that is wholly from the source in force is left out. */
  readonly bySection: ReadonlyMap<string, readonly SourceShare[]>;
  /** Of all answers; empty where all are from the source in force. */
  readonly ofForm: readonly SourceShare[];
}

type GivenAnswers = Iterable<readonly [AnswerPath, SourceOfAnswers]>;

interface AskedSection {
  readonly id: string;
  /** Its top-level questions. */
  readonly paths: readonly AnswerPath[];
}

/** `given` are the answers that count: of questions that are asked, taken back ones left out. */
export function sourcesInForm(
  present: SourceOfAnswers,
  given: GivenAnswers,
  sections: readonly AskedSection[],
): SourcesInForm {
  const sectionByQuestion = new Map(sections.flatMap(({ id, paths }) => paths.map((path) => [path, id] as const)));
  const ofForm: SourceShare[] = [];
  const bySection = new Map<string, SourceShare[]>();
  for (const [path, source] of given) {
    const question = ownerAmong(sectionByQuestion, path);
    const section = question === null ? undefined : sectionByQuestion.get(question);
    if (section === undefined) continue;
    const shares = bySection.get(section) ?? [];
    bySection.set(section, shares);
    addTo(shares, source);
    addTo(ofForm, source);
  }
  for (const [id, shares] of bySection) if (isWholly(present, shares)) bySection.delete(id);
  return { bySection, ofForm: isWholly(present, ofForm) ? [] : ofForm };
}

/** Who gave these answers; empty where it was the source in force alone. */
export function otherShares(present: SourceOfAnswers, sources: Iterable<SourceOfAnswers>): readonly SourceShare[] {
  const shares: SourceShare[] = [];
  for (const source of sources) addTo(shares, source);
  return isWholly(present, shares) ? [] : shares;
}

/** More than one spoke. */
export function isMixed(shares: readonly SourceShare[]): boolean {
  return shares.length > 1;
}

/** The answers of these top-level questions, fields and rows included. */
export function answersUnder(questions: readonly AnswerPath[], paths: Iterable<AnswerPath>): readonly AnswerPath[] {
  const wanted = new Set(questions);
  return [...paths].filter((path) => ownerAmong(wanted, path) !== null);
}

/** The question itself, or the nearest one around it: `P21` of `P21[2].language`. */
function ownerAmong(questions: Pick<ReadonlySet<AnswerPath>, "has">, path: AnswerPath): AnswerPath | null {
  let owner = path;
  while (!questions.has(owner)) {
    const cut = Math.max(owner.lastIndexOf("."), owner.lastIndexOf("["));
    if (cut <= 0) return null;
    owner = owner.slice(0, cut);
  }
  return owner;
}

function addTo(shares: SourceShare[], source: SourceOfAnswers): void {
  const index = shares.findIndex((share) => isSameSpeaker(share.source, source));
  const share = shares[index];
  if (share === undefined) shares.push({ source, count: 1 });
  else shares[index] = { ...share, count: share.count + 1 };
}

function isWholly(present: SourceOfAnswers, shares: readonly SourceShare[]): boolean {
  return shares.every(({ source }) => isSameSpeaker(source, present));
}
