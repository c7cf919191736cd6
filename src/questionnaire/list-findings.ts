// The findings of an interview, in the order of the questions they are shown at. Implements QL53–QL58.
import type { AnswerPath } from "./answer.ts";
import type { Spot } from "./answer-path.ts";
import type { EditLevel } from "./definition.ts";
import type { FillWords } from "./fill-words.ts";
import { frameUp, framesWithin, isList, pathIn, type Frame } from "./frame.ts";
import type { Confirmation, Finding } from "./interview-view.ts";
import type { QuestionSlot } from "./layout.ts";
import type { PlannedEdit, PlannedFill } from "./plan.ts";
import { localTextWithFills } from "./question-text.ts";
import type { Session } from "./session.ts";
import { walk } from "./walk.ts";

/** The findings of a question in its frame: looked up without writing the paths of thousands of others. */
type FindingsBySpot = Map<Frame, Map<QuestionSlot, Finding[]>>;

/** All findings that stand now. */
export function listFindings(session: Session): readonly Finding[] {
  const edits = firingEdits(session);
  const findings: Finding[] = [];
  walk(session.plan, session.root, (frame, { slot }) => {
    const problem = frame.problems[slot.index] ?? null;
    if (problem !== null) {
      const edit = `value/${slot.id}`;
      findings.push({
        edit,
        level: "hard",
        paths: [pathIn(frame, slot.localId)],
        confirmed: false,
        text: null,
        problem,
      });
    }
    const here = edits.get(frame)?.get(slot);
    if (here !== undefined) findings.push(...here);
  });
  return findings;
}

/** Each edit that fires, at the first of its questions that is asked. */
function firingEdits(session: Session): FindingsBySpot {
  const found: FindingsBySpot = new Map();
  for (const [layout, edits] of session.plan.editsByLayout) {
    for (const frame of framesWithin(session.root, layout)) {
      for (const edit of edits) {
        if (frame.firing[edit.index] !== true) continue;
        const asked = askedSpots(edit, frame);
        const [first] = asked;
        if (first === undefined) continue;
        const bySlot = found.get(first.frame) ?? new Map<QuestionSlot, Finding[]>();
        found.set(first.frame, bySlot);
        const list = bySlot.get(first.slot) ?? [];
        bySlot.set(first.slot, [...list, toFinding(session, edit, { frame, asked })]);
      }
    }
  }
  return found;
}

/** Under which a confirmation is kept. */
export function confirmationKey(edit: string, path: AnswerPath): string {
  return `${edit} ${path}`;
}

/** A soft finding is settled by looking at it, a critical one by saying why it shall be permitted (QL57). */
function settles(level: EditLevel, confirmation: Confirmation | undefined): boolean {
  if (confirmation === undefined) return false;
  return level === "soft" || (level === "critical" && (confirmation.reason ?? "").trim() !== "");
}

/** Questions of the edit that are not asked are left out; the first of the rest is where it is shown and counted. */
function askedSpots({ at }: PlannedEdit, frame: Frame): readonly Spot[] {
  return at.flatMap(({ slot, levels }) => {
    const holder = frameUp(frame, levels);
    return holder.relevant[slot.index] === true ? [{ frame: holder, slot }] : [];
  });
}

interface Firing {
  readonly frame: Frame;
  readonly asked: readonly Spot[];
}

function toFinding(session: Session, { checked, fills }: PlannedEdit, { frame, asked }: Firing): Finding {
  const { edit } = checked;
  const paths = asked.map((spot) => pathIn(spot.frame, spot.slot.localId));
  const confirmed = paths.some((path) =>
    settles(edit.level, session.confirmations.get(confirmationKey(edit.id, path))),
  );
  const text = edit.text === undefined ? null : localTextWithFills(edit.text, fillWords(session, fills, frame));
  return { edit: edit.id, level: edit.level, paths, confirmed, text, problem: null };
}

/** The words of a text's placeholders now. */
export function fillWords(
  session: Session,
  fills: readonly PlannedFill[],
  frame: Frame,
): Readonly<Record<string, FillWords>> {
  const words: Record<string, FillWords> = {};
  for (const { name, value, write } of fills) {
    const found = value(frame, session.locals);
    if (!isList(found)) words[name] = write(found);
  }
  return words;
}
