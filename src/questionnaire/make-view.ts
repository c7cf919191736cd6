// A question as a screen shows it. A view is made once and kept until something in it changes, so a screen may
// compare views by identity.
import { unanswered, type Answer } from "./answer.ts";
import type { Alternative, Option } from "./definition.ts";
import { pathIn, type Frame } from "./frame.ts";
import type { Finding, OptionView, QuestionView, RowView } from "./interview-view.ts";
import type { Layout, QuestionSlot } from "./layout.ts";
import { fillWords } from "./list-findings.ts";
import type { PlannedQuestion } from "./plan.ts";
import { shownAnswer } from "./propose.ts";
import type { Session } from "./session.ts";
import { isMissing, isRequired, walk } from "./walk.ts";

/** The view of a question in its frame; `findingsAt` gives the findings shown at a path. */
export function viewOf(
  session: Session,
  frame: Frame,
  slot: QuestionSlot,
  findingsAt: (path: string) => readonly Finding[],
): QuestionView {
  const kept = frame.views[slot.index];
  if (kept) return kept;
  const question = session.plan.questions.get(slot);
  if (question === undefined) throw new Error(`no plan for ${slot.id}`);
  const path = pathIn(frame, slot.localId);
  const offer = frame.offers[slot.index] ?? question.fullOffer;
  const answer = shownAnswer(session.plan, frame, question, offer) ?? unanswered;
  const view: QuestionView = {
    path,
    definition: slot.definition,
    form: slot.form,
    section: slot.section,
    relevant: frame.relevant[slot.index] === true,
    required: isRequired(frame, question),
    answer,
    options: optionViews(slot.options, offer.options, chosenCodes(answer)),
    lines: offer.lines,
    alternatives: optionViews(slot.definition.alternatives ?? [], offer.alternatives, alternativeChosen(answer)),
    specials: slot.specials.map(({ state, text }) => ({ state, text, chosen: answer.state === state })),
    findings: findingsAt(path),
    fields: fieldSlots(session, slot).map((field) => viewOf(session, frame, field, findingsAt)),
    rows: (frame.rows[slot.index] ?? []).map((row) => rowView(session, row, findingsAt)),
    fills: fillWords(session, question.fills, frame),
  };
  frame.views[slot.index] = view;
  return view;
}

function chosenCodes(answer: Answer): readonly string[] {
  if (answer.state !== "answered") return [];
  if (answer.value.kind === "code") return [answer.value.code];
  return answer.value.kind === "codes" ? answer.value.codes : [];
}

function alternativeChosen(answer: Answer): readonly string[] {
  return answer.state === "alternative" ? [answer.code] : [];
}

/** In the order of the definition; what is not offered now is left out even if it was chosen. */
function optionViews(
  options: readonly (Option | Alternative)[],
  offered: readonly string[],
  chosen: readonly string[],
): readonly OptionView[] {
  const views: OptionView[] = [];
  for (const option of options) {
    const { code, text } = option;
    if (!offered.includes(code)) continue;
    const hint = "hint" in option ? (option.hint ?? null) : null;
    const exclusive = "exclusive" in option && option.exclusive === true;
    views.push({ code, text, thirdPerson: option.thirdPerson ?? null, hint, exclusive, chosen: chosen.includes(code) });
  }
  return views;
}

function fieldSlots(session: Session, composite: QuestionSlot): readonly QuestionSlot[] {
  if (composite.definition.type !== "composite") return [];
  return topSlots(session, composite.layout, composite);
}

/** The direct fields of a composite, or (with null) what stands in a frame by itself. */
function topSlots(session: Session, layout: Layout, composite: QuestionSlot | null): readonly QuestionSlot[] {
  const questions: readonly PlannedQuestion[] = session.plan.questionsByLayout.get(layout) ?? [];
  return questions.filter(({ slot }) => slot.composite === composite).map(({ slot }) => slot);
}

function rowView(session: Session, row: Frame, findingsAt: (path: string) => readonly Finding[]): RowView {
  row.rowView ??= makeRowView(session, row, findingsAt);
  return row.rowView;
}

function makeRowView(session: Session, row: Frame, findingsAt: (path: string) => readonly Finding[]): RowView {
  let fields: readonly QuestionView[] | null = null;
  let unansweredCount = 0;
  walk(session.plan, row, (frame, question) => {
    if (isMissing(frame, question)) unansweredCount += 1;
  });
  return {
    row: row.row,
    path: row.prefix.slice(0, -1),
    get fields() {
      fields ??= topSlots(session, row.layout, null).map((slot) => viewOf(session, row, slot, findingsAt));
      return fields;
    },
    unansweredCount,
    field: (id) => {
      const slot = row.layout.questionSlots.get(id);
      if (slot === undefined) throw new Error(`a row of ${row.prefix} has no field ${id}`);
      return viewOf(session, row, slot, findingsAt);
    },
  };
}
