// All checks over laid-out files.
import type { CheckedDefinition, CheckedEdit, CheckedSection } from "./checked-definition.ts";
import { checkCondition, startRun, type CheckRun, type Where } from "./check-run.ts";
import { checkFills } from "./check-fills.ts";
import { checkQuestion } from "./check-question.ts";
import { checkAnswerFacts } from "./check-answer-facts.ts";
import { checkRoles } from "./check-roles.ts";
import { checkTexts } from "./check-texts.ts";
import { checkReach } from "./check-reach.ts";
import type { DefinitionError, ReferenceProblem } from "./definition-error.ts";
import { languages, type DefinitionFile, type Edit } from "./definition.ts";
import { placeOf } from "./definition-place.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { LaidOut } from "./lay-out.ts";
import { isWithin, type Layout, type QuestionSlot } from "./layout.ts";
import { limits } from "./limits.ts";

/** Checks everything; the definition is whole only if there are no errors. */
export function checkDefinition(
  files: readonly DefinitionFile[],
  laidOut: LaidOut,
  host: QuestionnaireHost,
): { readonly checked: CheckedDefinition; readonly errors: readonly DefinitionError[] } {
  const run = startRun(laidOut, host);
  const { root, names } = laidOut;
  for (const slot of names.calculations.values()) run.surroundings(root).settle(slot);
  checkFills(run);
  const sections = laidOut.sections.map((slot): CheckedSection => {
    const where = { file: slot.file, place: placeOf(slot.place, "relevant") };
    return { slot, relevant: checkCondition(run, where, slot.relevant ?? undefined, root) };
  });
  const questions = [...names.questions.values()].map((slot) => checkQuestion(run, slot));
  const edits = checkEdits(run, files);
  checkReach(run, sections, questions, edits);
  for (const file of files) checkTitles(run, file);
  checkRoles(run, files);
  checkAnswerFacts(run, files);
  const calculations = [...run.calculations].flatMap(([slot, expression]) =>
    expression === null ? [] : [{ slot, expression }],
  );
  return { checked: { root, sections, calculations, questions, edits }, errors: run.errors };
}

/** A title stands alone: it has no frame to take values from. */
function checkTitles(run: CheckRun, file: DefinitionFile): void {
  const titles = [
    { place: "title", text: file.title },
    ...file.sections.map((section) => ({ place: placeOf(`section ${section.id}`, "title"), text: section.title })),
  ];
  for (const { place, text } of titles) {
    for (const language of languages) {
      if (/[{}]/.test(text[language])) run.errors.push({ type: "placeholder-broken", file: file.id, place, language });
    }
  }
}

/** Edit ids are one namespace over all files: confirmations name them alone. */
function checkEdits(run: CheckRun, files: readonly DefinitionFile[]): readonly CheckedEdit[] {
  const checked: CheckedEdit[] = [];
  const placeById = new Map<string, string>();
  const count = files.reduce((total, file) => total + (file.edits?.length ?? 0), 0);
  if (count > limits.edits) {
    const file = files[0]?.id ?? "#1";
    run.errors.push({ type: "too-big", file, place: "the files", limit: "edits", max: limits.edits });
  }
  for (const file of files) {
    for (const edit of file.edits ?? []) {
      const where = { file: file.id, place: `edit ${edit.id}` };
      const firstPlace = placeById.get(edit.id);
      if (firstPlace !== undefined) run.errors.push({ type: "id-duplicate", ...where, id: edit.id, firstPlace });
      placeById.set(edit.id, `${file.id}: ${where.place}`);
      const one = checkEdit(run, edit, where);
      if (one !== null) checked.push(one);
    }
  }
  return checked;
}

/** The condition stands in the interview, or with `forEach` in each row of a roster. */
function checkEdit(run: CheckRun, edit: Edit, where: Where): CheckedEdit | null {
  const layout = layoutOf(run, edit, where);
  if (layout === null) return null;
  const at = edit.at.map((to) => findAt(run, layout, to, where));
  const fills = checkTexts(run, where, [edit.text], layout);
  if (edit.text === undefined && edit.level !== "centre") {
    for (const language of languages) {
      run.errors.push({ type: "text-missing", file: where.file, place: placeOf(where.place, "text"), language });
    }
  }
  const when = checkCondition(run, { file: where.file, place: placeOf(where.place, "when") }, edit.when, layout);
  if (when === null) return null;
  return { edit, file: where.file, layout, when, at: at.filter((slot) => slot !== null), fills };
}

function refuse(run: CheckRun, where: Where, step: string, to: string, reason: ReferenceProblem): null {
  run.errors.push({ type: "reference-wrong", file: where.file, place: placeOf(where.place, step), to, reason });
  return null;
}

/** Where the edit stands; null if its roster is none. */
function layoutOf(run: CheckRun, edit: Edit, where: Where): Layout | null {
  if (edit.forEach === undefined) return run.laidOut.root;
  const slot = run.laidOut.names.questions.get(edit.forEach);
  if (slot === undefined) return refuse(run, where, "forEach", edit.forEach, "unknown");
  return slot.rows ?? refuse(run, where, "forEach", edit.forEach, "not-a-roster");
}

/** A question the edit can be shown at: in its own frame or in one around it. */
function findAt(run: CheckRun, layout: Layout, to: string, where: Where): QuestionSlot | null {
  const slot = run.laidOut.names.questions.get(to);
  if (slot === undefined) return refuse(run, where, "at", to, "unknown");
  return isWithin(layout, slot.layout) ? slot : refuse(run, where, "at", to, "in-another-roster");
}
