// Named fills: whether the value can be put into the words written for it, and whether there are words for all of them.
// Implements QL110–QL114.
import { checkAt, type CheckRun, type Where } from "./check-run.ts";
import { checkExpression } from "./check-expression.ts";
import { checkPlaceholderNeighbours } from "./check-neighbours.ts";
import type { FillProblem } from "./definition-error.ts";
import { placeOf } from "./definition-place.ts";
import type { ExpressionType } from "./expression-type.ts";
import type { Fill } from "./fill-declaration.ts";
import { labelsFor } from "./fill-labels.ts";
import { fillWriter } from "./fill-words.ts";
import type { NamedFill } from "./lay-out.ts";
import type { Layout } from "./layout.ts";
import { languages, type Language } from "./local-text.ts";
import type { Typed } from "./typed-tree.ts";

/** Types that are written as they are (QL61). */
const plainTypes: ReadonlySet<string> = new Set(["text", "number", "date", "name"]);

/** Checks every fill once, at its own place; texts then only ask whether they may use it. */
export function checkFills(run: CheckRun): void {
  for (const [id, named] of run.laidOut.fills) {
    checkForms(run, named);
    const layout = layoutOf(run, named);
    const { fill, file, place } = named;
    const where = { file, place: placeOf(place, "of") };
    const expression =
      layout === null ? null : checkAt(run, where, fill.of, checkExpression(fill.of, run.surroundings(layout), null));
    run.fills.set(id, layout === null || expression === null ? null : settle(run, named, layout, expression.typed));
  }
}

function layoutOf(run: CheckRun, { fill: { forEach }, file, place }: NamedFill): Layout | null {
  if (forEach === undefined) return run.laidOut.root;
  const slot = run.laidOut.names.questions.get(forEach);
  const reason = slot === undefined ? "unknown" : "not-a-roster";
  if (slot !== undefined && slot.rows !== null) return slot.rows;
  run.errors.push({ type: "reference-wrong", file, place: placeOf(place, "forEach"), to: forEach, reason });
  return null;
}

function settle(run: CheckRun, { fill, file, place }: NamedFill, layout: Layout, typed: Typed) {
  const labels = fill.label === true ? labelsFor(run.host, typed) : null;
  const reason = problemOf(fill, typed.type, labels);
  if (reason !== null) {
    run.errors.push({ type: "fill-wrong", file, place, reason });
    return null;
  }
  checkChoice(run, fill, { file, place: placeOf(place, "choice") }, codesOf(typed.type));
  return { layout, write: fillWriter(fill, typeof labels === "function" ? labels : null) };
}

function problemOf(fill: Fill, type: ExpressionType, labels: ReturnType<typeof labelsFor> | null): FillProblem | null {
  const { plural, exactly, choice, label } = fill;
  const kinds = [plural, choice, label].filter((kind) => kind !== undefined);
  if (kinds.length > 1) return "two-kinds";
  if (exactly !== undefined && plural === undefined) return "exactly-without-plural";
  if (plural !== undefined) return type.type === "number" ? null : "plural-of-no-number";
  if (choice !== undefined) return type.type === "code" && codesOf(type) !== null ? null : "choice-of-no-known-codes";
  if (label === true) return typeof labels === "function" ? null : labels;
  return plainTypes.has(type.type) ? null : "no-words";
}

/** The codes a value can be, where the questionnaire itself lists them. */
function codesOf(type: ExpressionType): ReadonlySet<string> | null {
  return type.type === "code" && type.domain.from === "options" ? type.domain.codes : null;
}

/** Every code has its words, once, and there are no words for a code that cannot be. */
function checkChoice(run: CheckRun, { choice }: Fill, where: Where, codes: ReadonlySet<string> | null): void {
  if (choice === undefined || codes === null) return;
  const seen = new Set<string>();
  for (const code of choice.flatMap((one) => one.codes)) {
    if (seen.has(code)) run.errors.push({ type: "id-duplicate", ...where, id: code, firstPlace: where.place });
    else if (!codes.has(code)) run.errors.push({ type: "choice-code-unknown", ...where, code, known: [...codes] });
    seen.add(code);
  }
  const missing = [...codes].filter((code) => !seen.has(code));
  if (missing.length > 0) run.errors.push({ type: "choice-incomplete", ...where, codes: missing });
}

/** A form holds `{value}` where it stands beside a number, and no other brace: a fill is not built of fills. */
function checkForms(run: CheckRun, { fill, file, place }: NamedFill): void {
  const check = (
    steps: readonly string[],
    language: Language,
    form: string | undefined,
    mayHaveValue: boolean,
  ): void => {
    if (form === undefined) return;
    const where = { file, place: placeOf(place, ...steps) };
    const rest = mayHaveValue ? form.replaceAll("{value}", "") : form;
    if (/[{}]/.test(rest)) run.errors.push({ type: "fill-brace", ...where, language });
    checkPlaceholderNeighbours(run, where, language, form);
  };
  for (const language of languages) {
    for (const [category, form] of Object.entries(fill.plural?.[language] ?? {})) {
      check(["plural", language, category], language, form, true);
    }
    for (const [number, text] of Object.entries(fill.exactly ?? {})) {
      check(["exactly", number], language, text[language], true);
    }
    for (const [index, { text, thirdPerson }] of (fill.choice ?? []).entries()) {
      check(["choice", `#${index + 1}`], language, text[language], false);
      check(["choice", `#${index + 1}`, "thirdPerson"], language, thirdPerson?.[language], false);
    }
    check(["unknown"], language, fill.unknown[language], false);
    check(["unknownThirdPerson"], language, fill.unknownThirdPerson?.[language], false);
  }
}
