// One question with everything in it: conditions, options, lists, bounds, texts.
import type { CheckedFill, CheckedQuestion } from "./checked-definition.ts";
import { checkAt, checkCondition, type CheckRun, type Where } from "./check-run.ts";
import { checkExpression, checkItemCondition } from "./check-expression.ts";
import { checkProposal } from "./check-proposal.ts";
import { checkTexts } from "./check-texts.ts";
import type { ReferenceProblem } from "./definition-error.ts";
import { languages, type Alternative, type Option } from "./definition.ts";
import { placeOf } from "./definition-place.ts";
import { isWithin, type QuestionSlot } from "./layout.ts";
import { earliestDay, latestDay, parseDateText } from "./partial-date.ts";
import type { CheckedExpression } from "./typed-tree.ts";
import { unitWords } from "./unit-text.ts";

/** The question checked; what is wrong with it is in the run's errors. */
export function checkQuestion(run: CheckRun, slot: QuestionSlot): CheckedQuestion {
  const { definition, layout } = slot;
  const { required = true } = definition;
  checkBounds(run, slot);
  checkUnit(run, slot);
  checkLists(run, slot);
  const requiredIf =
    typeof required === "string" ? checkCondition(run, within(slot, "required"), required, layout) : required;
  return {
    slot,
    relevant: checkCondition(run, within(slot, "relevant"), definition.relevant, layout),
    required: requiredIf ?? true,
    optionConditions: ownsOptions(slot) ? checkChoices(run, slot, "option", slot.options) : new Map(),
    alternativeConditions: checkChoices(run, slot, "alternative", definition.alternatives ?? []),
    chosenIn: checkChosenIn(run, slot),
    ...checkPersons(run, slot),
    proposal: checkProposal(run, slot),
    fills: checkAllTexts(run, slot),
  };
}

function within(slot: QuestionSlot, ...steps: readonly string[]): Where {
  return { file: slot.file, place: placeOf(slot.place, ...steps) };
}

/** Options "marked in" another question belong to that one: their conditions and texts are checked there. */
function ownsOptions({ definition }: QuestionSlot): boolean {
  return (definition.type === "single" || definition.type === "multi") && !("chosenIn" in definition.options);
}

/** Codes once each, conditions right. */
function checkChoices(
  run: CheckRun,
  slot: QuestionSlot,
  word: "option" | "alternative",
  choices: readonly (Option | Alternative)[],
): ReadonlyMap<string, CheckedExpression> {
  const conditions = new Map<string, CheckedExpression>();
  const seen = new Set<string>();
  for (const { code, when } of choices) {
    const where = within(slot, `${word} ${code}`);
    if (seen.has(code)) run.errors.push({ type: "id-duplicate", ...where, id: code, firstPlace: where.place });
    seen.add(code);
    const condition = checkCondition(run, within(slot, `${word} ${code}`, "when"), when, slot.layout);
    if (condition !== null) conditions.set(code, condition);
  }
  return conditions;
}

function refuse(run: CheckRun, slot: QuestionSlot, step: string, to: string, reason: ReferenceProblem): null {
  run.errors.push({ type: "reference-wrong", ...within(slot, step), to, reason });
  return null;
}

/** The other question must be a multi that was asked before, in the same row or around it. */
function checkChosenIn(run: CheckRun, slot: QuestionSlot): QuestionSlot | null {
  const { definition } = slot;
  if ((definition.type !== "single" && definition.type !== "multi") || !("chosenIn" in definition.options)) return null;
  const to = definition.options.chosenIn;
  const source = run.laidOut.names.questions.get(to);
  if (source === undefined) return refuse(run, slot, "options", to, "unknown");
  if (source.definition.type !== "multi") return refuse(run, slot, "options", to, "not-a-multi");
  if (!isWithin(slot.layout, source.layout)) return refuse(run, slot, "options", to, "in-another-roster");
  if (source.order >= slot.order) return refuse(run, slot, "options", to, "later-than-this");
  return source;
}

/** The list must have lines to point at: a roster has row numbers, a context list must carry `line`. */
function checkPersons(run: CheckRun, slot: QuestionSlot): Pick<CheckedQuestion, "list" | "where"> {
  const { definition } = slot;
  if (definition.type !== "person-ref") return { list: null, where: null };
  const surroundings = run.surroundings(slot.layout);
  const place = within(slot, "list");
  const list = checkAt(run, place, definition.list, checkExpression(definition.list, surroundings, null));
  if (list === null) return { list, where: null };
  const { type } = list.typed;
  if (type.type !== "list") {
    refuse(run, slot, "list", definition.list, "not-a-list");
    return { list: null, where: null };
  }
  const isRoster = list.typed.node === "read" && list.typed.slot.kind === "question";
  if (!isRoster && type.fields.get("line")?.type !== "line") {
    refuse(run, slot, "list", definition.list, "list-without-lines");
  }
  const { where } = definition;
  if (where === undefined) return { list, where: null };
  const condition = checkItemCondition(where, surroundings, definition.list);
  return { list, where: checkAt(run, within(slot, "where"), where, condition) };
}

/** A range nothing lies in would make every answer wrong. */
function checkBounds(run: CheckRun, slot: QuestionSlot): void {
  const { definition } = slot;
  if (definition.type === "number" && definition.min > definition.max) {
    const bounds = { min: String(definition.min), max: String(definition.max) };
    run.errors.push({ type: "range-empty", ...within(slot), ...bounds });
  }
  if (definition.type === "text" && (definition.minLength ?? 0) > definition.maxLength) {
    const bounds = { min: String(definition.minLength), max: String(definition.maxLength) };
    run.errors.push({ type: "range-empty", ...within(slot), ...bounds });
  }
  if (definition.type === "multi" && (definition.minChosen ?? 0) > (definition.maxChosen ?? Infinity)) {
    const bounds = { min: String(definition.minChosen), max: String(definition.maxChosen) };
    run.errors.push({ type: "range-empty", ...within(slot), ...bounds });
  }
  if (definition.type === "roster" && (definition.minRows ?? 0) > definition.maxRows) {
    const bounds = { min: String(definition.minRows), max: String(definition.maxRows) };
    run.errors.push({ type: "range-empty", ...within(slot), ...bounds });
  }
  if (definition.type === "date" || definition.type === "month") checkDates(run, slot, definition);
}

function checkDates(run: CheckRun, slot: QuestionSlot, bounds: { min?: string | undefined; max?: string | undefined }) {
  const dates = [bounds.min, bounds.max].map((text) => (text === undefined ? null : parseDateText(text)));
  for (const [index, text] of [bounds.min, bounds.max].entries()) {
    if (text !== undefined && dates[index] === null) {
      run.errors.push({ type: "date-impossible", ...within(slot, index === 0 ? "min" : "max"), date: text });
    }
  }
  const [min, max] = dates;
  if (min && max && earliestDay(min) > latestDay(max)) {
    run.errors.push({ type: "range-empty", ...within(slot), min: bounds.min ?? "", max: bounds.max ?? "" });
  }
}

/** A unit stands behind its own number and takes no other value. */
function checkUnit(run: CheckRun, slot: QuestionSlot): void {
  const { definition } = slot;
  if (definition.type !== "number" || definition.unit === undefined) return;
  for (const language of languages) {
    if (!unitWords(definition.unit, language).some((word) => /[{}]/.test(word))) continue;
    run.errors.push({ type: "placeholder-broken", ...within(slot, "unit"), language });
  }
}

function checkLists(run: CheckRun, slot: QuestionSlot): void {
  const { definition } = slot;
  if (definition.type === "code-list") {
    checkListKnown(run, within(slot, "list"), definition.list);
    checkListCodes(run, within(slot, "frequent"), definition.list, definition.frequent ?? []);
    checkListCodes(run, within(slot, "except"), definition.list, definition.except ?? []);
  }
  if (definition.type === "place") {
    const { countries, exceptCountries = [], home } = definition;
    checkListKnown(run, within(slot, "countries"), countries);
    checkListCodes(run, within(slot, "exceptCountries"), countries, exceptCountries);
    if (home === undefined) return;
    checkListCodes(run, within(slot, "home", "country"), countries, [home.country]);
    checkListKnown(run, within(slot, "home", "units"), home.units);
  }
}

/** Lists are the host's: a definition that names one it has not cannot be asked at all. */
function checkListKnown(run: CheckRun, where: Where, list: string): void {
  if (!run.host.lists.has(list)) run.errors.push({ type: "list-unknown", ...where, list });
}

function checkListCodes(run: CheckRun, where: Where, list: string, codes: readonly string[]): void {
  if (!run.host.lists.has(list)) return;
  for (const code of codes) {
    if (!run.host.hasCode(list, code)) run.errors.push({ type: "list-code-unknown", ...where, list, code });
  }
}

/** Every text of a question stands in the question's frame and may show what is computed there. */
function checkAllTexts(run: CheckRun, slot: QuestionSlot): readonly CheckedFill[] {
  const { definition, layout } = slot;
  const { text, thirdPerson, readAloud, hint, why, interviewer, alternatives = [] } = definition;
  const choices = [...(ownsOptions(slot) ? slot.options : []), ...alternatives];
  const texts = [
    text,
    thirdPerson,
    readAloud,
    hint,
    why,
    interviewer,
    ...choices.flatMap((choice: Option | Alternative) => [
      choice.text,
      choice.thirdPerson,
      "hint" in choice ? choice.hint : undefined,
    ]),
    ...slot.specials.map((special) => special.text),
  ];
  return checkTexts(run, within(slot), texts, layout);
}
