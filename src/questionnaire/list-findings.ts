// The findings of an interview, in the order of the questions they are shown at. Implements QL53–QL58.
import type { AnswerPath } from "./answer.ts";
import { languages, type EditLevel, type LocalText } from "./definition.ts";
import { frameUp, framesWithin, isList, pathIn, type Frame } from "./frame.ts";
import type { Confirmation, Finding } from "./interview-view.ts";
import type { PlannedEdit, PlannedFill } from "./plan.ts";
import { textWithFills } from "./question-text.ts";
import type { ExpressionValue } from "./expression-value.ts";
import type { Session } from "./session.ts";
import { walk } from "./walk.ts";

/** All findings that stand now. */
export function listFindings(session: Session): readonly Finding[] {
  const editsByPath = new Map<AnswerPath, Finding[]>();
  for (const [layout, edits] of session.plan.editsByLayout) {
    for (const frame of framesWithin(session.root, layout)) {
      for (const edit of edits) {
        if (frame.firing[edit.index] !== true) continue;
        const finding = toFinding(session, edit, frame);
        const [first = ""] = finding.paths;
        const list = editsByPath.get(first);
        if (list === undefined) editsByPath.set(first, [finding]);
        else list.push(finding);
      }
    }
  }
  const findings: Finding[] = [];
  walk(session.plan, session.root, (frame, { slot }) => {
    const problem = frame.problems[slot.index] ?? null;
    const path = pathIn(frame, slot.localId);
    if (problem !== null) {
      const edit = `value/${slot.id}`;
      findings.push({ edit, level: "hard", paths: [path], confirmed: false, text: null, problem });
    }
    findings.push(...(editsByPath.get(path) ?? []));
  });
  return findings;
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

/** Paths that are not asked are left out; the first of the rest is where it is shown and counted. */
function toFinding(session: Session, { checked, at, fills }: PlannedEdit, frame: Frame): Finding {
  const { edit } = checked;
  const paths: AnswerPath[] = [];
  for (const { slot, levels } of at) {
    const holder = frameUp(frame, levels);
    if (holder.relevant[slot.index] === true) paths.push(pathIn(holder, slot.localId));
  }
  const confirmed = paths.some((path) =>
    settles(edit.level, session.confirmations.get(confirmationKey(edit.id, path))),
  );
  const text = edit.text === undefined ? null : filledText(edit.text, fillValues(session, fills, frame));
  return { edit: edit.id, level: edit.level, paths, confirmed, text, problem: null };
}

/** The values of a text's placeholders now. */
export function fillValues(
  session: Session,
  fills: readonly PlannedFill[],
  frame: Frame,
): Readonly<Record<string, ExpressionValue>> {
  const values: Record<string, ExpressionValue> = {};
  for (const { name, value } of fills) {
    const found = value(frame, session.locals);
    if (!isList(found)) values[name] = found;
  }
  return values;
}

function filledText(text: LocalText, fills: Readonly<Record<string, ExpressionValue>>): LocalText {
  const [kk, ru, en] = languages.map((language) => textWithFills(text, language, fills));
  return { kk: kk ?? "", ru: ru ?? "", en: en ?? "" };
}
